"""What has no business meaning: errors, paths, log, clock, files, job outcomes."""
