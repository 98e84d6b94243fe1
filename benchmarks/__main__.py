"""`python -m benchmarks [WORD…]`: measure all rows, or those whose module's name holds one of the words."""

import sys

from benchmarks.run import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
