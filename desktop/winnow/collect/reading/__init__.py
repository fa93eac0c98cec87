"""Reading what came from outside and is no picture, in a confined process: pages, style sheets, pickles."""

WORKER_SWITCH = "--reading-worker"
"""The argument that makes a frozen program a reading process; here, so that start-up can see it without a reader."""
