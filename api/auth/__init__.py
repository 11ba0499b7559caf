"""Who is calling: passwords, sessions, keys, roles, single sign-on."""
