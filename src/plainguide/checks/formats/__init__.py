"""Findings as text, JSON, SARIF or GitHub annotations: one format a file, each a pure function."""
