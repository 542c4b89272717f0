"""The document tree becomes a PDF file: itemised, broken, shaped, laid out, drawn."""
