"""`python -m baro.app …` is the command `baro`."""

import sys

from baro.app.cli import main

sys.exit(main(sys.argv[1:]))
