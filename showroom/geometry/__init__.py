"""Plane geometry of plans: which spaces a door joins, clear widths, routes, visibility. No files, no screen."""
