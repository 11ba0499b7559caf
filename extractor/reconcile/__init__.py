"""Checks readings against each other within one document, so that a sure value is sure."""
