"""All pages of one reading as a book."""
