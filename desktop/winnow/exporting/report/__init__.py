"""A project on one page: what is in it, how it was divided and trained, and how good that is, as opened."""
