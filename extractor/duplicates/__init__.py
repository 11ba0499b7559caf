"""What submissions of one call share although each should have its own."""
