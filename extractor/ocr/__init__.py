"""Reads lines of text from a page image; one engine, chosen by name."""
