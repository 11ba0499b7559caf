"""Files in, a cross-checked report out; no HTTP, no database, no global state."""
