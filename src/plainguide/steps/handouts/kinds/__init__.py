"""The kinds of handouts, one a file."""
