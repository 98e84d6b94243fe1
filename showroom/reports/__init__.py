"""A review as something to hand over: text, JSON, SVG plan, PDF. No Qt, no VTK."""
