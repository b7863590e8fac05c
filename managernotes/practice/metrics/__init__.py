"""The seventeen metrics of practice/5-metrics.md: pure functions over plain values, about me."""
