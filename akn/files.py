"""Files in and out: standard input, and output that is there whole or not at all."""

from __future__ import annotations

import os
import sys

from akn.errors import UnreadableInput, WrongUse


def read(name: str) -> tuple[str, bytes]:
    """The name for messages and the bytes of a file; `-` is standard input. Raises `UnreadableInput`."""
    if name == "-":
        return "<stdin>", sys.stdin.buffer.read()
    try:
        with open(name, "rb") as file:
            return name, file.read()
    except IsADirectoryError:
        raise UnreadableInput("this is a directory", name, "Name the files in it.") from None
    except OSError as error:
        raise UnreadableInput((error.strerror or "cannot be read").lower(), name) from None


def write(path: str, data: bytes) -> None:
    """Writes a file beside its place, then renames it; `-` is standard output. Raises `WrongUse`."""
    if path == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    beside = f"{path}.{os.getpid()}.part"
    try:
        with open(beside, "wb") as file:
            file.write(data)
        os.replace(beside, path)
    except OSError as error:
        if os.path.exists(beside):
            os.remove(beside)
        raise WrongUse(f"cannot be written: {(error.strerror or 'error').lower()}", path) from None


def folder(path: str) -> None:
    """Makes a directory, and those above it, if it is not there. Raises `WrongUse`."""
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise WrongUse(f"cannot be made: {(error.strerror or 'error').lower()}", path) from None


def target(source: str, output: str | None, several: bool, suffix: str) -> str:
    """Where the result of a source goes: the output itself, a file in it if it is a directory, or standard output.

    Raises `WrongUse` for several sources and one output that is no directory.
    """
    if output is None:
        if several:
            raise WrongUse("several sources need a directory for their results", "", "Name one with -o DIRECTORY.")
        return "-"
    if output != "-" and (os.path.isdir(output) or output.endswith(("/", os.sep))):
        stem = "stdin" if source == "-" else os.path.splitext(os.path.basename(source))[0]
        folder(output)
        return os.path.join(output, stem + suffix)
    if several:
        raise WrongUse(
            "one file cannot hold several results", output, "Name an existing directory, or end its name with /."
        )
    return output
