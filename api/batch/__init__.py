"""Many submissions verified by one command that can be stopped and continued."""
