"""`planreports messages`: what translators do with catalogs, a module a command."""
