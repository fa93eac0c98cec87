"""Winnow: from a pile of pictures to a clean data set and a trained classifier."""

__version__ = "0.1.0"
