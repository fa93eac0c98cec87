"""The only code that speaks HTTP: every address checked, every answer bounded in bytes and in time."""
