"""What people changed, applied to what the machine read."""
