"""Find what is wrong with a guide. One rule, one file, in `rules/`."""
