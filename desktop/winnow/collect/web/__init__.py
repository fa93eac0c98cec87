"""Web pages: finding their pictures and links, and what their sites allow."""
