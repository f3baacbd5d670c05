"""From one topic to its two readings, and from readings to pages."""
