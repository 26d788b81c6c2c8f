"""What becomes of a collection: no crash, valid, nothing lost, there and back; and the files that fall short.

    python benchmarks/corpus.py [FOLDER...]

Without folders, the collection of real documents beside the checkout, if it is there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import akn
from akn import schema, walk
from akn.ledger import account

COLLECTION = Path(__file__).parents[2] / "shared" / "corpus"
FOLDERS = ("txt", "md", "pdftotext", "pdftotext-layout")


class Outcome(NamedTuple):
    """What became of one file; empty texts are good."""

    crashed: str = ""
    refused: str = ""
    invalid: str = ""
    lost: str = ""
    changed: str = ""


def outcome(path: Path) -> Outcome:
    """Converts one file, there and back."""
    try:
        conversion = akn.convert(path)
    except akn.Leak as error:
        return Outcome(lost=str(error))
    except akn.AknError as error:
        return Outcome(refused=error.message)
    except Exception as error:
        return Outcome(crashed=repr(error))
    faults = schema.errors(conversion.tree.getroot())
    lost = account(conversion.source, walk.runs(conversion.document), conversion.ledger)
    try:
        again = akn.convert(akn.to_text(akn.from_xml(conversion.xml)).encode(), name=path.name).xml
        changed = "" if again == conversion.xml else "the text form gives other XML"
    except akn.AknError as error:
        changed = error.message
    return Outcome("", "", faults[0] if faults else "", str(lost[0]) if lost else "", changed)


def files(folders: list[Path]) -> Iterator[Path]:
    """The texts and Markdown files of some folders."""
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md"))


def main() -> int:
    """Prints the figures; gives 1 if anything fell short."""
    folders = [Path(name) for name in sys.argv[1:]] or [COLLECTION / name for name in FOLDERS]
    paths = list(files([folder for folder in folders if folder.is_dir()]))
    if not paths:
        print("no texts were found; name a folder")
        return 2
    outcomes = {path: outcome(path) for path in paths}
    read = [found for found in outcomes.values() if not found.crashed and not found.refused]
    print(f"{len(paths)} files, {len(paths) - len(read)} of them not converted")
    for field, words in (
        ("crashed", "no crash"),
        ("invalid", "valid"),
        ("lost", "nothing lost"),
        ("changed", "there and back"),
    ):
        bad = sum(bool(getattr(found, field)) for found in outcomes.values())
        total = len(outcomes) if field in ("crashed", "lost") else len(read)
        print(f"{words:15} {100 * (total - bad) / max(total, 1):6.2f} %  ({total - bad} of {total})")
    for path, found in outcomes.items():
        for field, said in zip(found._fields, found, strict=True):
            if said:
                print(f"{path.name}: {field}: {said}")
    return int(any(found.crashed or found.invalid or found.lost or found.changed for found in outcomes.values()))


if __name__ == "__main__":
    sys.exit(main())
