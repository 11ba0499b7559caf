"""Which model file, from where, with which sha256 and licence; fetched once, offline after."""
