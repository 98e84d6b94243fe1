"""How fast is the showroom beside its peers? One module for each row or two; `python -m benchmarks` runs them all."""
