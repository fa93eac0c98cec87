"""The start page: before a project is open."""
