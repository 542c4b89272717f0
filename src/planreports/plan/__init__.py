"""The plan as typed data: YAML files become areas, sections, paragraphs, statements and clauses."""
