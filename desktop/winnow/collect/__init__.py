"""The only network code: sources, fetching, manners, and the sample site."""
