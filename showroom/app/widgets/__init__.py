"""Widgets both windows use."""
