"""XML that wants to harm: refused in one clear sentence, within 2 seconds and 200 MB, whatever its size."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import FIXTURES, ROOT

from akn import xml

AKN = b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
GOOD = FIXTURES / "rules" / "good.xml"
SECONDS = 2.0
MEGABYTES = 200

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="memory of a child process is not told there")


class Done(NamedTuple):
    """What a command did: exit code, both streams, seconds, megabytes at its peak."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float


MEASURE = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, timeout=60)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
said = [done.stdout.decode(), done.stderr.decode()]
peak = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
print(json.dumps([done.returncode, *said, used.ru_utime + used.ru_stime, peak]))
"""
"""Run in a process of its own: a child counts the memory of the process that it was forked from as its own.

Seconds are those of the processor, so that what else the machine does is not counted.
"""


def validate(*arguments: object, stdin: Path | None = None) -> Done:
    with open(stdin or os.devnull, "rb") as file:
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, sys.executable, "-m", "akn", "validate", *map(str, arguments)],
            stdin=file,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=True,
        )
    return Done(*json.loads(done.stdout))


def laughs() -> bytes:
    entities = [b'<!ENTITY l0 "lol">', *(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 10))]
    return b"<!DOCTYPE akomaNtoso [" + b"".join(entities) + b"]>" + AKN + b"&l9;</akomaNtoso>"


def quadratic() -> bytes:
    return b'<!DOCTYPE a [<!ENTITY x "' + b"x" * 50_000 + b'">]>' + AKN + b"&x;" * 50_000 + b"</akomaNtoso>"


def in_utf_16(data: bytes) -> bytes:
    return b"\xff\xfe" + data.decode().encode("utf-16-le")


CASES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "billion laughs": (laughs, "AKN002", "DOCTYPE"),
    "billion laughs in UTF-16": (lambda: in_utf_16(laughs()), "AKN002", "DOCTYPE"),
    "quadratic blow-up": (quadratic, "AKN002", "DOCTYPE"),
    "external entity": (
        lambda: b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + AKN + b"&x;</akomaNtoso>",
        "AKN002",
        "DOCTYPE",
    ),
    "external DTD": (
        lambda: b'<!DOCTYPE akomaNtoso SYSTEM "http://example.invalid/akn.dtd">' + AKN + b"</akomaNtoso>",
        "AKN002",
        "DOCTYPE",
    ),
    "parameter entity": (
        lambda: b'<!DOCTYPE a [<!ENTITY % p SYSTEM "http://example.invalid/p"> %p;]>' + AKN + b"</akomaNtoso>",
        "AKN002",
        "DOCTYPE",
    ),
    "DOCTYPE behind a long comment": (
        lambda: b"<!--" + b"x" * 3_000_000 + b"--><!DOCTYPE a>" + AKN + b"</akomaNtoso>",
        "AKN002",
        "DOCTYPE",
    ),
    "DOCTYPE in UTF-16 behind a long comment": (
        lambda: in_utf_16(b"<!--" + b"x" * 3_000_000 + b"--><!DOCTYPE a>" + AKN + b"</akomaNtoso>"),
        "AKN002",
        "DOCTYPE",
    ),
    "entity without DOCTYPE": (lambda: AKN + b"&nbsp;</akomaNtoso>", "AKN001", "entity"),
    "100,000 levels": (lambda: AKN + b"<p>" * 100_000 + b"</p>" * 100_000 + b"</akomaNtoso>", "AKN005", "256"),
    "100,000 levels that never end": (lambda: AKN + b"<p>" * 100_000, "AKN005", "256"),
    "attribute of 100 MB": (lambda: AKN + b'<p class="' + b"x" * 100_000_000 + b'"/></akomaNtoso>', "AKN004", "long"),
    "text of 50 MB": (lambda: AKN + b"<p>" + b"x" * 50_000_000 + b"</p></akomaNtoso>", "AKN004", "long"),
    "comment of 50 MB": (lambda: AKN + b"<!--" + b"x" * 50_000_000 + b"--></akomaNtoso>", "AKN004", "long"),
    "name of 1 MB": (lambda: AKN + b"<" + b"x" * 1_000_000 + b"/></akomaNtoso>", "AKN00", ""),
    "UTF-7": (
        lambda: b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-' + AKN + b"</akomaNtoso>",
        "AKN003",
        "utf-7",
    ),
    "UTF-32": (lambda: "\ufeff<a/>".encode("utf-32-le"), "AKN003", "UTF-32"),
    "EBCDIC": (lambda: '<?xml version="1.0" encoding="cp037"?><a/>'.encode("cp037"), "AKN003", "EBCDIC"),
    "unknown encoding": (lambda: b'<?xml version="1.0" encoding="klingon"?>' + AKN, "AKN003", "klingon"),
    "Latin-1 that says UTF-8": (lambda: AKN + b"<p>\xe9t\xe9</p></akomaNtoso>", "AKN003", "UTF-8"),
    "UTF-8 that says UTF-16": (lambda: b'<?xml version="1.0" encoding="UTF-16"?>' + AKN, "AKN003", "utf-16"),
    "half of UTF-16": (lambda: in_utf_16(AKN + b"</akomaNtoso>")[:-1], "AKN00", ""),
    "zero byte": (lambda: AKN + b"<p>\0</p></akomaNtoso>", "AKN001", ""),
    "truncated": (lambda: GOOD.read_bytes()[: GOOD.stat().st_size // 2], "AKN001", "cut off"),
    "truncated in a tag": (lambda: AKN + b"<p clas", "AKN001", ""),
    "two roots": (lambda: AKN + b"</akomaNtoso><akomaNtoso/>", "AKN001", "one root"),
    "empty": (lambda: b"", "AKN001", "empty"),
    "white space": (lambda: b" \n" * 1_000_000, "AKN001", "empty"),
    "text": (lambda: b"1. Decides to remain seized of the matter.", "AKN001", "no XML"),
    "gzip": (lambda: b"\x1f\x8b\x08\x00" + bytes(range(256)), "AKN001", "no XML"),
    "bytes": (lambda: bytes(range(256)) * 10_000, "AKN001", "no XML"),
}


@pytest.mark.parametrize("name", CASES)
def test_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    make, code, words = CASES[name]
    path = tmp_path / "hostile.xml"
    path.write_bytes(make())
    done = validate(path, "--no-cache")
    told = re.findall(r"^.*\[(AKN\d{3}) ", done.out, re.M)
    assert (done.code, len(told)) == (1, 1), done
    assert told[0].startswith(code), done.out
    assert words in done.out
    assert not done.err
    assert len(done.out) < 2_000
    assert "root:" not in done.out
    assert done.seconds < SECONDS
    assert done.megabytes < MEGABYTES


def test_attribute_of_200_mb(tmp_path: Path) -> None:
    path = tmp_path / "hostile.xml"
    with path.open("wb") as file:
        file.write(AKN + b'<p class="')
        for _ in range(200):
            file.write(b"x" * 1_000_000)
        file.write(b'"/></akomaNtoso>')
    for done in (validate(path), validate("-", stdin=path)):
        assert (done.code, done.out.count("[AKN004 ")) == (1, 1), done
        assert done.seconds < SECONDS
        assert done.megabytes < MEGABYTES


def test_an_endless_input(tmp_path: Path) -> None:
    done = validate("/dev/zero") if Path("/dev/zero").exists() else None
    if done is None:
        pytest.skip("there is no endless file here")
    assert done.code in (1, 2), done
    assert done.seconds < SECONDS
    assert done.megabytes < MEGABYTES


@pytest.mark.parametrize(
    "inside",
    [
        b"<p/>" * 10_000,
        b'<paragraph eId="a"/>' * 10_000,
        b"<?akn ignore?>" * 10_000,
        b"".join(b'<p a%d="1"/>' % i for i in range(10_000)),
        b"".join(b'<p xmlns:n%d="urn:x"/>' % i for i in range(10_000)),
        b"<p " + b" ".join(b'a%d="1"' % i for i in range(10_000)) + b"/>",
    ],
    ids=["unexpected elements", "repeated eIds", "instructions", "attributes", "namespaces", "attributes of one"],
)
def test_many_findings_take_bounded_time(tmp_path: Path, inside: bytes) -> None:
    """What is wrong ten thousand times is told within seconds: with its square it would be minutes."""
    path = tmp_path / "many.xml"
    path.write_bytes(AKN + b'<statement name="x">' + inside + b"</statement></akomaNtoso>")
    done = validate(path, "--format", "json", "--no-cache")
    assert done.code == 1
    assert done.seconds < 10


def test_the_library_refuses_as_the_command_does() -> None:
    for name, (make, code, _) in CASES.items():
        if " MB" in name:
            continue
        data = make()
        with pytest.raises(xml.Refused) as refused:
            xml.parse(data)
        assert refused.value.code.startswith(code)


def test_no_file_is_read_for_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the words of a secret", "utf-8")
    path = tmp_path / "a.xml"
    path.write_text(
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{AKN.decode()}&x;</akomaNtoso>', encoding="utf-8"
    )
    for options in ([], ["--fix"], ["--fix", "--diff"], ["--engine", "xmlschema"]):
        done = validate(path, *options)
        assert done.code in (1, 2)
        assert "DOCTYPE" in done.out + done.err
        assert "the words of a secret" not in done.out + done.err
