"""Frozen values and pure rules: what Winnow is about, without disk, network, toolkit or torch."""
