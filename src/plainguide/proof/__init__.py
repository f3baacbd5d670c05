"""Hold what was built against what it was built from: pages, paper and data."""
