"""Draws models with VTK, walks through them and says what is under a finger. No Qt."""
