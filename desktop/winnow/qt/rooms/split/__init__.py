"""The Split room."""
