"""Pictures into groups that look alike."""
