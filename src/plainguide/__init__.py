"""plainguide: write medical facts once; publish them in plain language and in full."""

__version__ = "0.1.0"
