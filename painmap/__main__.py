"""Starts Painmap: `painmap` or `python -m painmap`."""

import sys


def main() -> None:
    """Runs the command line and leaves with its exit code."""
    from painmap.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
