"""Collect: pictures come in, with an account of what did not come through."""
