"""Edit: the frame over a picture, drawn by hand."""
