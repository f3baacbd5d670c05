"""What the guide is made of: frozen and typed, with no input or output."""
