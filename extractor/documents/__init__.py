"""One module per document kind: which fields it states and how to find each."""
