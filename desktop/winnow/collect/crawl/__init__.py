"""The engine of a crawl: what is asked of which host, when, and what becomes of each question."""
