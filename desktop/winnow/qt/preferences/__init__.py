"""The preferences: a page in the place of a room."""
