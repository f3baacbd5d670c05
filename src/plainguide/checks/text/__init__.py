"""The text of a reading: its passages and sentences, each word with its place in the file."""
