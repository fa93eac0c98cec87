"""The command palette: everything that can be done, and every label and picture, found by typing."""
