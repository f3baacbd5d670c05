"""How hard a text is to read: syllables, the published formulas, and the measures of a page."""
