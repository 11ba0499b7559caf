"""The review console: pages rendered on the server, one module and one template each."""
