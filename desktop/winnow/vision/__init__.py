"""Pixels in, pixels out: decoding in its sandboxed process, framing, thumbnails, hashes, quality, embeddings."""

WORKER_SWITCH = "--decoder-worker"
"""The argument that makes a frozen program a decoding process; here, so that start-up can see it without a decoder."""
