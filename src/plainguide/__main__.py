"""Lets `python -m plainguide` be the command."""

from plainguide.cli import main

if __name__ == "__main__":
    main()
