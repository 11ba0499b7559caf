"""Writes synthetic scanned submissions together with their truth."""
