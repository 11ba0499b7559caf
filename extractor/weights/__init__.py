"""Model files: which, from where, with which checksum; fetched once, used offline after."""

from extractor.weights.cache import home, weight_path, weights_folder

__all__ = ["home", "weight_path", "weights_folder"]
