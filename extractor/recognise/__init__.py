"""Tells what kind of page it is and where one document ends and the next begins."""
