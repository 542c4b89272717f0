"""Files in and out: YAML and TOML with the place of every value, validation that reports everything at once,
writing that is whole or not at all, and where the package keeps what it ships."""
