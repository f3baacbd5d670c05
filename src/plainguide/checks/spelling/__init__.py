"""Whether words are spelt right: dictionaries, and what is in the guide's own language."""
