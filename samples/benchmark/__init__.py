"""This pipeline beside what users would otherwise pick: same pages, same machine, in turn."""
