"""Run the command line as ``python -m decisionaid``. Layer 5."""

from decisionaid.cli import main

main()
