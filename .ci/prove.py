"""How hard are the tests tried by `make prove`? A pytest plugin: property tests get many more examples, and no deadline."""

from hypothesis import settings

settings.register_profile("prove", max_examples=20_000, deadline=None)
settings.load_profile("prove")
