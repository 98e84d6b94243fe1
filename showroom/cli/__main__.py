"""`python -m showroom.cli` is `showroom`."""

from showroom.cli import main

main()
