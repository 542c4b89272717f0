"""Languages: text in several of them, catalogs, dates and digits, and where lines may break."""
