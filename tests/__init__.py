"""The tests. What Python compiles of them and of the application it keeps, whatever the machine's habit is, and it looks
for garbage as seldom as the application has it look (`app.main`).

A run starts Python some hundred times, and each process that finds nothing compiled pays seconds of processor for it.
"""

import gc
import os
import sys

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
gc.set_threshold(50_000, 20, 20)
