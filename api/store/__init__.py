"""What the service keeps: rows in SQLite or PostgreSQL, bytes in a folder by content hash."""
