"""Writes `docs/rules`: a page for each code of the validator, and their list. Run it when a rule's docstring changes.

python docs/make_rules.py
"""

from __future__ import annotations

from pathlib import Path

from akn.validation import catalogue
from akn.validation.catalogue import Page

FOLDER = Path(__file__).parent / "rules"
LAYERS = (
    ("AKN0", "Well-formed and safe"),
    ("AKN1", "The schema"),
    ("AKN2", "The AKN4UN profile"),
    ("AKN3", "Integrity"),
)
LIST = """# What the validator says

Made from the docstrings of `akn.validation` by `docs/make_rules.py`. `akn rules CODE` shows the same pages.

"""


def pages() -> dict[str, str]:
    """The files of the folder: name and text."""
    known = [catalogue.page(code) for code in catalogue.modules()]
    return {"README.md": _list(known), **{f"{page.code}.md": _page(page) for page in known}}


def _list(known: list[Page]) -> str:
    parts = [LIST]
    for start, title in LAYERS:
        parts.append(f"## {title}\n\n| code | name | severity | fix | what must hold |\n|---|---|---|---|---|\n")
        parts += [
            f"| [{page.code}]({page.code}.md) | {page.name} | {page.severity} | {'yes' if page.fixable else ''} "
            f"| {_summary(page)} |\n"
            for page in known
            if page.code.startswith(start)
        ]
        parts.append("\n")
    return "".join(parts).rstrip("\n") + "\n"


def _summary(page: Page) -> str:
    """The first paragraph of a page, in one line."""
    return " ".join(page.text.partition("\n\n")[0].split()).replace("|", "\\|")


def _page(page: Page) -> str:
    mended = "`akn validate --fix` mends it" if page.fixable else "is not mended by `--fix`"
    facts = f"{page.severity} · profiles {' and '.join(page.profiles)} · {mended}"
    return f"# {page.code} {page.name}\n\n{facts}\n\n{page.text}"


def main() -> None:
    """Write what has changed, and remove the pages of codes that there are no longer."""
    made = pages()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
