"""Build one folder of aids once and print what it cost, as JSON.

``run.py`` starts this in a process of its own, so that one measurement does not warm another.
"""

import json
import sys
import time
from pathlib import Path

from decisionaid.site import build_site


def main() -> None:
    """Build the folder named first into the folder named second."""
    aids, out = (Path(argument) for argument in sys.argv[1:3])
    # What Python and the imports cost is paid once, however many aids there are.
    start = time.process_time()
    built = build_site(aids, out)
    if not built.ok:
        # A page that is not built costs nothing: such a measurement would say nothing.
        sys.exit("\n".join(f"{each.source}: {each.message}" for each in built.diagnostics[:20]))
    json.dump({"start_seconds": start}, sys.stdout)


if __name__ == "__main__":
    main()
