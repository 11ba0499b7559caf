"""Turns lines and rulings into tables, rows and the value beside a caption."""
