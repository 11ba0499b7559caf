"""The service around the extractor: the command line, the web service, the store."""
