"""What the service does behind its pages: reading, understanding again, telling others."""
