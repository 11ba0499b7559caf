"""Writes the report: HTML, xlsx, and the summary on the terminal."""
