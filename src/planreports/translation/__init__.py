"""What translators work with: messages from code, layouts and data, and catalogs that are kept right."""
