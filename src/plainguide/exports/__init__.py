"""The ledger for other programs: one format a file, each a pure function of the guide."""
