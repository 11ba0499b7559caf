"""Opens what was handed in, safely, and splits it into pages."""
