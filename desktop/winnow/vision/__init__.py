"""Pixels in, pixels out: decoding in its sandboxed process, framing, thumbnails, hashes, quality, embeddings."""
