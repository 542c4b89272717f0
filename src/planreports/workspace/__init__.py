"""A secretariat's folder: its configuration, look and meetings, found, loaded and checked."""
