"""From bytes to records: the only readers of YAML and Markdown, and they keep positions."""
