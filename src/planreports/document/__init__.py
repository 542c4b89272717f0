"""The document tree, what may stand in what, and the one look that every writer reads."""
