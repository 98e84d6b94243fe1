"""The recipes of the bundled scenes, one module each."""
