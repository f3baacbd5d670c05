"""The evidence on a sheet of paper: of a therapy, or of a trial."""
