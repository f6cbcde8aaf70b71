"""Starts Painmap: `painmap` or `python -m painmap`."""

import os
import sys


def main() -> None:
    """Runs the command line and leaves with its exit code."""
    if getattr(sys, "frozen", False):
        from painmap.frozen import settle_in
        from painmap.paths import cache_dir

        settle_in(os.environ, cache_dir())
    from painmap.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
