"""A secretariat's folder: its configuration and meetings, found, loaded and checked."""
