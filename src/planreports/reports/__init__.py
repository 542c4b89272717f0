"""One module a report: what it asks for, and the context that its layout is rendered from."""
