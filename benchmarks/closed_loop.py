"""The closed loop: the United Nations' own files to plain text and back to XML, by language.

    python benchmarks/closed_loop.py [-v]

Each file beside the checkout is read, written as the plain words of the page, and converted; the result is scored against
the file with the scoring script of the collection of real documents. `-v` prints a line for each file. Without the
collection there is nothing to measure.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from lxml import etree

import akn

SHARED = Path(__file__).parents[2] / "shared"


def scoring() -> ModuleType:
    """The scoring script of the collection."""
    spec = spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def loop(path: Path, score: ModuleType) -> tuple[str, int, int, int]:
    """The language of a file; how many facts are right, expected, produced."""
    data = path.read_bytes()
    document = akn.from_xml(data, path.name)
    expected: Counter[tuple[str, str]] = score.facts_of_xml(etree.fromstring(data))
    try:
        again = akn.convert(akn.to_text(document, plain=True), name=path.name, language=document.language).xml
    except akn.AknError as error:
        print(f"{path.name}: {error.message}")
        return document.language, 0, sum(expected.values()), 0
    produced: Counter[tuple[str, str]] = score.facts_of_xml(etree.fromstring(again))
    # metadata of a file are not always on its page; and Arabic files have numbers in the words of paragraphs
    kept = [_compared(expected), _compared(produced)]
    return document.language, sum((kept[0] & kept[1]).values()), sum(kept[0].values()), sum(kept[1].values())


def _compared(facts: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """The facts of the body, with numbers alike whether the file has them in `num` or in the words behind it."""
    kept: Counter[tuple[str, str]] = Counter()
    for (kind, value), count in facts.items():
        if not kind.startswith("@"):
            kept[kind, re.sub(r"^(?:- )?(\d+)\s*-\s+", r"\1 ", value)] += count
    return kept


def figures(paths: list[Path], *, verbose: bool = False) -> dict[str, float]:
    """F1 over the facts of the body, by language."""
    score = scoring()
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for path in paths:
        language, *counts = loop(path, score)
        sums[language] = [a + b for a, b in zip(sums[language], counts, strict=True)]
        if verbose:
            print(f"{2 * counts[0] / max(1, counts[1] + counts[2]):.3f} {path.name}")
    return {language: 2 * right / max(1, expected + got) for language, (right, expected, got) in sorted(sums.items())}


def main() -> int:
    """Prints a line for each language."""
    paths = sorted((SHARED / "corpus" / "unxml").glob("*.xml"))
    if not paths:
        print("the collection is not there")
    for language, figure in figures(paths, verbose="-v" in sys.argv).items():
        print(f"{language} {figure:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
