"""Pictures as SVG, one a file: each sees plain data, never a page."""
