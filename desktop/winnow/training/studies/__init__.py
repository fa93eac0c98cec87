"""What can be learned about training on the pictures at hand; every study gets train and valid, and never test."""
