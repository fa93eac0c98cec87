"""Where heavy work runs: in a child process here, or on a Ray cluster that places it, retries it and ends it."""
