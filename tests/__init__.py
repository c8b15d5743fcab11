"""The tests. What Python compiles of them and of the application it keeps, whatever the machine's habit is.

A run starts Python some hundred times, and each process that finds nothing compiled pays seconds of processor for it.
"""

import os
import sys

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
