"""Where readings are doubtful: warnings by organ, language and decade of a collection, and by code.

    python benchmarks/doubts.py [FOLDER...]

Without folders, the collection of real documents beside the checkout, if it is there. A decade is that of the work's
date in the XML; `?` where the document states none.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import akn
from akn.xml import Q

COLLECTION = Path(__file__).parents[2] / "shared" / "corpus"
FOLDERS = ("txt", "md", "pdftotext")


class Facts(NamedTuple):
    """What the table tells of one document."""

    organ: str
    language: str
    decade: str
    codes: list[str]


def facts(path: Path) -> Facts | None:
    """Converts one file; none if it is refused."""
    try:
        conversion = akn.convert(path)
    except akn.AknError:
        return None
    work = conversion.tree.getroot().find(f".//{Q}FRBRWork")
    date = work.find(f"{Q}FRBRdate") if work is not None else None
    day = date.get("date", "") if date is not None else ""
    decade = f"{day[:3]}0s" if day and day != "1900-01-01" else "?"
    document = conversion.document
    return Facts(document.organ, document.language, decade, [warning.code for warning in conversion.warnings])


def main() -> int:
    """Prints the tables."""
    folders = [Path(name) for name in sys.argv[1:]] or [COLLECTION / name for name in FOLDERS]
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".md")]
    if not paths:
        print("no texts were found; name a folder")
        return 2
    table: defaultdict[tuple[str, str, str], list[Facts]] = defaultdict(list)
    for path in paths:
        found = facts(path)
        if found is not None:
            table[found.organ, found.language, found.decade].append(found)
    print(f"{'organ':12} {'language':8} {'decade':6} documents with-warnings warnings")
    for (organ, language, decade), row in sorted(table.items()):
        doubtful = sum(bool(one.codes) for one in row)
        codes = Counter(code for one in row for code in one.codes)
        said = " ".join(f"{code}×{count}" for code, count in sorted(codes.items()))
        print(f"{organ or '?':12} {language:8} {decade:6} {len(row):9} {doubtful:13}  {said}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
