"""Files to values and back, one module a format."""
