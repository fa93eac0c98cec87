"""The seven rooms, and the start page before them; they do not know each other."""
