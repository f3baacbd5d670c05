"""What texts tell of the ledger: names, therapies, approvals, figures; and its own forms."""
