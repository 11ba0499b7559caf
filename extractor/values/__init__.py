"""One module per kind of value: text in, a typed value or None out."""
