"""`.doc`, `.odt` and `.rtf` through LibreOffice, where it is installed: it makes a DOCX, which is read."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile

from akn.blocks import Reading
from akn.errors import MissingExtra, UnreadableInput
from akn.readers import Options
from akn.readers.limits import check_size

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Word keeps a DOCX with a password (MS-OFFCRYPTO 2.3.4.4)."""
_PROGRAMS = ("soffice", "libreoffice")


def read(name: str, data: bytes, options: Options = Options()) -> Reading:  # noqa: B008
    """The blocks and footnotes of a file of an older word processor, or of another.

    The file is opened in a profile of its own, without macros and without the network, and all that is written is
    removed. Raises `MissingExtra` where LibreOffice is not installed, and `UnreadableInput` where it cannot read the
    file or takes too long.
    """
    from akn.readers import docx

    check_size(name, data, options.limits)
    if _ENCRYPTED in data:
        raise UnreadableInput("the file is encrypted", name, "Save a copy without a password.")
    program = next((found for one in _PROGRAMS if (found := shutil.which(one))), None)
    if program is None:
        raise MissingExtra(
            "this format needs LibreOffice, which is not installed",
            name,
            "Install LibreOffice, or save the file as DOCX and convert that.",
        )
    return docx.read(name, converted(name, data, program, "docx", options), options)


def suffix(data: bytes) -> str:
    """The end of the name under which LibreOffice recognises some bytes."""
    if data[:4] == b"\xd0\xcf\x11\xe0":
        return ".doc"
    if data[:5] == b"{\\rtf":
        return ".rtf"
    return ".docx" if b"word/document" in data else ".odt"


def converted(name: str, data: bytes, program: str, format_: str, options: Options) -> bytes:
    """The bytes of a file in another format, as LibreOffice makes it."""
    with tempfile.TemporaryDirectory(prefix="akn-", ignore_cleanup_errors=True) as folder:
        source = os.path.join(folder, "source" + suffix(data))
        target = os.path.join(folder, f"source.{format_}")
        if target == source:
            target = os.path.join(folder, "out", f"source.{format_}")
        with open(source, "wb") as file:
            file.write(data)
        command = [
            program,
            f"-env:UserInstallation=file://{folder}/profile",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
            *("--convert-to", format_, "--outdir", os.path.dirname(target), source),
        ]
        _run(name, command, folder, options.limits.seconds)
        try:
            with open(target, "rb") as file:
                return file.read()
        except OSError:
            raise UnreadableInput(
                "LibreOffice cannot read the file", name, "Open it in a word processor and save it as DOCX."
            ) from None


def _run(name: str, command: list[str], folder: str, seconds: float) -> None:
    """Runs LibreOffice; all of its processes end with the time."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,
        )
    except OSError as error:
        raise UnreadableInput(f"LibreOffice cannot be started: {error.strerror}", name) from None
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise UnreadableInput(
            f"LibreOffice took longer than {seconds:g} seconds", name, "Raise the limit with --max-seconds SECONDS."
        ) from None
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process and those it has started: they make a session of their own."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _environment(folder: str) -> dict[str, str]:
    """What LibreOffice may know: its programs and its own folder; addresses lead nowhere."""
    known = {key: os.environ[key] for key in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if key in os.environ}
    nowhere = "http://127.0.0.1:9"
    return {**known, "HOME": folder, "TMPDIR": folder, "http_proxy": nowhere, "https_proxy": nowhere}
