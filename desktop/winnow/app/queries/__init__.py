"""Frozen answers about a project; each takes a reading connection."""
