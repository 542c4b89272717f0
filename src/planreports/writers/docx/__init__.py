"""The document tree becomes a Word file."""
