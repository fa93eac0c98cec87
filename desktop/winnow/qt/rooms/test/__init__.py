"""The Test room."""
