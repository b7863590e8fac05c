"""What comes of Markdown is safe to show, reads well, and comes in time."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from managernotes.text.markdown_html import MarkdownRenderer, is_plain, markdown_to_html
from managernotes.text.markdown_rules import ATTRIBUTES, SCHEMES, TAGS
from managernotes.text.markdown_worker import worker_command
from managernotes.text.note_text import MAX_TEXT

HOSTILE = Path(__file__).parent / "golden" / "hostile_markdown.txt"
LONG = "A sentence with *some* weight and a [link](https://example.org). " * 100
"""Longer than what is rendered in the calling process."""


@pytest.fixture
def renderer() -> Iterator[MarkdownRenderer]:
    with MarkdownRenderer() as renderer:
        yield renderer


class Seen(HTMLParser):
    """Collects the tags, attributes and addresses of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.addresses: set[str] = set()
        self.oddities: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add((tag, name))
            if name not in {"title", "id", "start", "align"}:
                self.addresses.add(value or "")

    def handle_decl(self, decl: str) -> None:
        self.oddities.append(decl)

    def handle_pi(self, data: str) -> None:
        self.oddities.append(data)

    def handle_comment(self, data: str) -> None:
        self.oddities.append(data)


def assert_safe(html: str) -> None:
    seen = Seen(html)
    assert seen.tags <= TAGS
    assert seen.attributes <= {(tag, name) for tag, names in ATTRIBUTES.items() for name in names}
    assert not seen.oddities
    for address in seen.addresses:
        assert address.startswith("#") or address.split(":")[0].lower() in SCHEMES


def hostile_snippets() -> list[str]:
    lines = HOSTILE.read_text(encoding="utf-8").splitlines()
    snippets = lines[lines.index("") + 1 :]
    letters = re.compile(r"\\u([0-9a-f]{4})")
    return [
        letters.sub(lambda found: chr(int(found[1], 16)), line).replace("\\n", "\n")
        for line in snippets
    ]


@pytest.mark.parametrize("snippet", hostile_snippets())
def test_nothing_hostile_comes_out(snippet: str) -> None:
    for text in (snippet, f"before\n\n{snippet}\n\nafter", f"> - {snippet}", f"a {snippet} b"):
        html = markdown_to_html(text)
        assert_safe(html)
        assert "<!--" not in html


def test_the_allowed_tags_can_load_nothing() -> None:
    assert not TAGS & {"img", "style", "link", "script", "iframe", "object", "embed", "body"}
    allowed = {name for names in ATTRIBUTES.values() for name in names}
    assert not allowed & {"src", "style", "background", "class", "srcset", "poster"}
    assert len(hostile_snippets()) >= 60


SCRAPS = (
    *("*", "_", "`", "```", "[", "](", ")", "<", ">", "&", "!", "|", "\n", "\n\n", "- ", "1. "),
    *("    ", "# ", "[^1]", "[^1]: ", "~~", "http://x.example", "<p>", "</p>", ": ", "\\"),
)
markdown_scraps = st.sampled_from([*SCRAPS, *hostile_snippets()])
documents = st.lists(markdown_scraps | st.text(max_size=12), max_size=12).map("".join)


@settings(max_examples=300, deadline=None)
@given(documents)
def test_any_text_at_all_stays_inside_the_allowed_tags(text: str) -> None:
    assert_safe(markdown_to_html(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**bold** *soft* `code`", "<p><strong>bold</strong> <em>soft</em> <code>code</code></p>"),
        ("~~gone~~ H~2~O", "<p><del>gone</del> H~2~O</p>"),
        ("- [ ] open\n- [x] done", "<ul>\n<li>☐ open</li>\n<li>☑ done</li>\n</ul>"),
        (
            "- [x] a\n\n- [X] *b*",
            "<ul>\n<li>\n<p>☑ a</p>\n</li>\n<li>\n<p>☑ <em>b</em></p>\n</li>\n</ul>",
        ),
        ("- [x]\n- [y] z", "<ul>\n<li>[x]</li>\n<li>[y] z</li>\n</ul>"),
        ("[x] not in a list", "<p>[x] not in a list</p>"),
        ("3. third", '<ol start="3">\n<li>third</li>\n</ol>'),
        ("# Überblick", '<h1 id="uberblick">Überblick</h1>'),
        ("term\n: meaning", "<dl>\n<dt>term</dt>\n<dd>meaning</dd>\n</dl>"),
        ("a <b>raw</b> tag", "<p>a &lt;b&gt;raw&lt;/b&gt; tag</p>"),
        ("<div>\nblock\n</div>", "<p>&lt;div&gt;<br>\nblock<br>\n&lt;/div&gt;</p>"),
        ("a line\nanother", "<p>a line<br>\nanother</p>"),
        ("three times:\n- one", "<p>three times:</p>\n<ul>\n<li>one</li>\n</ul>"),
        ("so\n1. one", "<p>so</p>\n<ol>\n<li>one</li>\n</ol>"),
        ("it was in\n2026. Then", "<p>it was in<br>\n2026. Then</p>"),
        ("```\n- <b>\n```", "<pre><code>- &lt;b&gt;\n</code></pre>"),
        ("a ![rough sketch](x.png) b", "<p>a rough sketch b</p>"),
        ("![](x.png)", "<p></p>"),
        (
            '[site](https://example.org/?a=1&b=2 "Title")',
            '<p><a href="https://example.org/?a=1&amp;b=2" title="Title">site</a></p>',
        ),
        ("[post](mailto:a@b.c)", '<p><a href="mailto:a@b.c">post</a></p>'),
        ("[file](/etc/passwd)", "<p><a>file</a></p>"),
        ("[place](#overview)", '<p><a href="#overview">place</a></p>'),
        ("", ""),
    ],
)
def test_reads_as_it_was_meant(text: str, html: str) -> None:
    assert markdown_to_html(text).strip() == html


def test_tables_keep_their_alignment() -> None:
    html = markdown_to_html("| a | b |\n|:--|--:|\n| 1 | 2 |")

    assert '<td align="left">1</td>' in html
    assert '<td align="right">2</td>' in html


def test_footnotes_lead_there_and_back() -> None:
    html = markdown_to_html("said[^1]\n\n[^1]: on the stairs")

    assert '<sup id="fnref:1"><a href="#fn:1">1</a></sup>' in html
    assert '<li id="fn:1">' in html
    assert 'href="#fnref:1"' in html


def test_nothing_is_left_over_from_the_text_before() -> None:
    markdown_to_html("[x]: https://example.org\n\n[^1]: note")

    assert markdown_to_html("[x] [^1]") == "<p>[x] [^1]</p>"


# --- in time ------------------------------------------------------------------------------------


def test_short_and_long_texts_come_out_alike(renderer: MarkdownRenderer) -> None:
    assert renderer.render("*a*") == "<p><em>a</em></p>"
    assert renderer.render(LONG) == markdown_to_html(LONG)
    assert renderer.render(" " * 5_000) == ""


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "![" * 10_000,
        "[^" * 10_000,
        "[a](" * 5_000,
        "".join("    " * depth + "- a\n" for depth in range(300)),
        "1. " * 3_000,
        "# a\n" * 40_000,
        "|\n: " * 40_000,
        "[a]: http://x/" + "u" * 19_000 + "\n\n" + "[a] " * 40_000,
        "x" * 1_000_000,
        "word " * 200_000,
        "x" * MAX_TEXT,
    ],
    ids=lambda text: f"{text[:6]!r}x{len(text)}",
)
def test_a_hostile_text_is_shown_in_time_without_its_formatting(
    renderer: MarkdownRenderer, text: str
) -> None:
    started = time.monotonic()
    html = renderer.render(text)

    assert time.monotonic() - started <= 2.5
    assert is_plain(html)
    assert text[:100].replace(">", "&gt;") in html


@pytest.mark.parametrize("scrap", [")\n: ", "*\t", "1. ", "# a\n", "a\n=\n", "|\n: "])
def test_a_short_hostile_text_needs_no_process_of_its_own(scrap: str) -> None:
    with MarkdownRenderer(command=["/nonexistent"]) as renderer:
        text = "[" * 40 + scrap * 900
        started = time.process_time()
        renderer.render(text[:4_000])

    assert time.process_time() - started < 2


def test_the_next_text_is_rendered_after_one_was_given_up() -> None:
    with MarkdownRenderer(budget_seconds=0.3) as renderer:
        assert is_plain(renderer.render("[" * 20_000))
    with MarkdownRenderer(budget_seconds=10) as renderer:
        assert is_plain(renderer.render("1. " * 3_000))
        assert not is_plain(renderer.render(LONG))


def test_the_escaped_text_is_whole_and_shows_no_markup(renderer: MarkdownRenderer) -> None:
    html = renderer.render("<b>&" + "x" * 30_000)

    assert html.endswith(f"<pre>&lt;b&gt;&amp;{'x' * 30_000}</pre>")


def test_a_worker_that_cannot_start_or_talks_nonsense_costs_only_the_formatting() -> None:
    codes = (
        "raise SystemExit(3)",
        "print('hello')",
        "import sys; sys.stdin.buffer.read(1); sys.stdout.buffer.write(bytes([0, 0, 0, 9, 1]))",
    )
    for command in (["/nonexistent"], *([sys.executable, "-c", code] for code in codes)):
        with MarkdownRenderer(5, command) as renderer:
            assert is_plain(renderer.render(LONG))
            assert is_plain(renderer.render(LONG))


def test_closing_ends_a_render_that_is_under_way_and_a_later_one_starts_anew() -> None:
    renderer = MarkdownRenderer(budget_seconds=30)
    outcome: list[str] = []
    assert not is_plain(renderer.render(LONG))
    busy = threading.Thread(target=lambda: outcome.append(renderer.render("[" * 20_000)))
    busy.start()
    time.sleep(0.3)

    started = time.monotonic()
    renderer.close()
    busy.join()

    assert time.monotonic() - started < 2
    assert is_plain(outcome[0])
    assert not is_plain(renderer.render(LONG))
    renderer.close()
    renderer.close()


def test_a_worker_ends_when_its_input_ends() -> None:
    done = subprocess.run(worker_command(), input=b"", capture_output=True, timeout=20, check=True)

    assert (done.stdout, done.stderr) == (b"", b"")


def test_a_worker_without_a_parent_gives_up_by_itself_and_says_nothing() -> None:
    code = "from managernotes.text.markdown_worker import serve; serve(give_up_after=0.5)"
    text = b"[" * 100_000
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=len(text).to_bytes(4, "big") + text,
        capture_output=True,
        timeout=20,
        check=False,
    )

    assert done.returncode != 0
    assert (done.stdout, done.stderr) == (b"", b"")


def test_importing_the_renderer_does_not_import_the_parser() -> None:
    code = (
        "import sys, managernotes.text.markdown_html, managernotes.text.capture_line;"
        "print([name for name in ('markdown', 'nh3', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=20)

    assert done.stdout.strip() == b"[]"


def test_a_draft_of_six_thousand_words_is_rendered_quickly(renderer: MarkdownRenderer) -> None:
    draft = "## Part\n\n" + "Some *plain* words of a review, with **weight** here. " * 12 + "\n\n"
    draft *= 60
    renderer.render(draft)

    started = time.monotonic()
    html = renderer.render(draft)

    assert not is_plain(html)
    assert time.monotonic() - started < 1
