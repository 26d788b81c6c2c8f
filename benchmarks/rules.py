"""What the rules find in a collection of Akoma Ntoso files, by rule: files, findings, an example of each.

    python benchmarks/rules.py [FOLDER]

Without a folder, the files that the United Nations published, beside the checkout, if they are there.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from akn.findings import Finding
from akn.validation import catalogue
from akn.validation.engine import Settings, Validator

COLLECTION = Path(__file__).parents[2] / "shared" / "corpus" / "unxml"


def findings(folder: Path) -> dict[str, list[Finding]]:
    """What is found in each XML file of a folder."""
    validator = Validator(Settings(batch=True))
    names = {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*.xml"))}
    return {name: validator.check(path.read_bytes(), name) for name, path in names.items()}


def table(found: dict[str, list[Finding]], profile: str = "akn4un") -> str:
    """The table: a row for each rule, those without findings too."""
    total = Counter(finding.code for some in found.values() for finding in some)
    files = Counter(code for some in found.values() for code in {finding.code for finding in some})
    example = {finding.code: finding for some in found.values() for finding in reversed(some)}
    lines = [f"{'rule':34} {'severity':8} {'files':>6} {'findings':>9}  an example"]
    for code in catalogue.modules():
        page = catalogue.page(code)
        if profile in page.profiles:
            shown = (
                f"{example[code].place.file}:{example[code].place.line} {example[code].message}"
                if code in total
                else ""
            )
            lines.append(
                f"{code} {page.name:27} {page.severity:8} {files[code]:6} {total[code]:9}  {shown[:110]}".rstrip()
            )
    lines.append(f"{len(found)} files, {sum(not some for some in found.values())} without findings")
    return "\n".join(lines)


def main() -> int:
    """Prints the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else COLLECTION
    if not folder.is_dir():
        print(f"there is no folder {folder}", file=sys.stderr)
        return 2
    print(table(findings(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
