"""`python -m akn`, and the entry point of the `akn` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; every `AknError` becomes one message on standard error and its exit code."""
    from akn.errors import AknError

    try:
        from akn.cli import main as run

        run(prog_name="akn")
    except AknError as error:
        print(f"akn: {error}", file=sys.stderr)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
