"""A layout and a context become markup (Jinja), and markup becomes a document tree."""
