"""Pages read on a cluster of processes, each result kept under the hash of what was read."""
