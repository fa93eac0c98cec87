"""The guide: one line in each room that says what to do next."""
