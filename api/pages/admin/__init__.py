"""The pages of administration: accounts, API keys, webhooks."""
