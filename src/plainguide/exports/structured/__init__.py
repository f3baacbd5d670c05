"""What a page says of itself to programs, in the words of schema.org."""
