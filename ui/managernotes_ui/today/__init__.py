"""The first page: whom to thank, help, and talk to; what is due."""
