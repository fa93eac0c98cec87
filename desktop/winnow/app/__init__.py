"""Use cases without a toolkit: what the command line and the window both call."""
