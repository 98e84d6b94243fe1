"""Turns plans into models: walls with real openings, fixtures, materials, light. No screen, no files."""
