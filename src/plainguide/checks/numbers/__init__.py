"""Numbers in running text: frequencies, clinical numbers, and those that need a word."""
