"""The only SQL, and the files of a project: originals, thumbnails, vectors."""
