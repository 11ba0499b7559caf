"""The published rows and identities of the tax forms, per edition."""
