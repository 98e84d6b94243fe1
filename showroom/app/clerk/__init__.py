"""The studio: the clerk's window."""
