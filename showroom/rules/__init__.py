"""The checks: one small module and one page each."""
