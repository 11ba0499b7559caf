"""One module per rule; the module's name is the claim it makes."""
