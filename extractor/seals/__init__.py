"""Finds inked seals and reads the text on their ring."""
