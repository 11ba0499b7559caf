"""Typesets each kind of document and says where every value stands."""
