"""The JSON of the service under /v1, a module per resource."""
