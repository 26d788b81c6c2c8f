"""`python -m akn`, and the entry point of the `akn` command."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> None:
    """Run the command line; every `AknError` becomes one message on standard error and its exit code."""
    from akn.errors import AknError

    try:
        try:
            _run(sys.argv[1:])
        finally:
            sys.stdout.flush()  # here its failure can be told
    except AknError as error:
        print(f"akn: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # whoever read has read enough
        _exit(0)
    except OSError as error:
        print(f"akn: the output cannot be written: {error.strerror}", file=sys.stderr)
        _exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


def _run(arguments: list[str]) -> None:
    if _is_plain_convert(arguments):
        from akn.commands import convert

        output = arguments[3] if len(arguments) > 2 else None
        _leave(convert.run([arguments[1]], output))
    if arguments[:1] == ["validate"]:
        from akn.commands import validate

        request = validate.plain(arguments[1:])
        if request is not None:
            _leave(validate.run(request))
    import click

    from akn import cli

    try:
        sys.exit(cli.main(prog_name="akn", standalone_mode=False))
    except cli.ReaderLeft:
        _exit(0)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)


def _is_plain_convert(arguments: list[str]) -> bool:
    """`convert FILE` or `convert FILE -o PATH`: common in scripts, one process a file, so without the cost of click."""
    if arguments[:1] != ["convert"] or len(arguments) not in (2, 4):
        return False
    names = [arguments[1], arguments[3]] if len(arguments) == 4 else [arguments[1]]
    plain = all(name == "-" or not name.startswith("-") for name in names)
    return plain and (len(arguments) == 2 or arguments[2] == "-o")


def _leave(code: int) -> NoReturn:
    """Exit without tearing down what the process made: the system does that faster."""
    sys.stdout.flush()
    sys.stderr.flush()
    _exit(code)


def _exit(code: int) -> NoReturn:
    import os

    os._exit(code)


if __name__ == "__main__":
    main()
