"""Agreement with `xmllint --schema` on valid or not: this project's conversions, hand-written documents, mutations.

    python benchmarks/agreement.py [--second]

The command `xmllint` must be installed (Debian: libxml2-utils). `--second` asks xmlschema too, which takes a minute,
and lists where it and lxml disagree. Gives 1 if the validator and xmllint disagree anywhere.
"""

from __future__ import annotations

import copy
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from lxml import etree

import akn
from akn import schema, xml
from akn.validation.engine import Settings, Validator
from akn.validation.rule import Q

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
UN = ROOT.parent / "shared" / "corpus" / "unxml"
"""Files that the United Nations published, beside the checkout, if they are there."""


class Document(NamedTuple):
    """One document: where it comes from (a row of the table), a name, its bytes."""

    kind: str
    name: str
    data: bytes


class Row(NamedTuple):
    """One document with the verdicts on it."""

    document: Document
    xmllint: bool
    akn: bool
    batch: bool
    """With the whole schema, as in a batch, instead of the part that the document reaches."""
    xmlschema: bool | None = None


def documents() -> Iterator[Document]:
    """All documents, in the order of the table."""
    converted = list(_converted())
    written = [
        Document("hand-written", path.name, path.read_bytes()) for path in sorted(FIXTURES.rglob("rules/**/*.xml"))
    ]
    published = [Document("published by the UN", path.name, path.read_bytes()) for path in sorted(UN.glob("*.xml"))]
    others = list(_others())
    yield from converted
    yield from written
    yield from others
    yield from published
    yield from mutations([xml.parse(document.data) for document in (*converted, *written, *others)])


def _converted() -> Iterator[Document]:
    for path in sorted((*FIXTURES.glob("seeds/*.txt"), *FIXTURES.glob("invented/*.*"))):
        for form in ("statement", "publication"):
            conversion = akn.convert(path, form=form)
            yield Document("converted", f"{path.name} as {form}", conversion.xml)


BODIES = {
    "act": "<body><section><num>1</num><content><p>Words.</p></content></section></body>",
    "bill": "<body><article><num>1</num><alinea><content><p>Words.</p></content></alinea></article></body>",
    "doc": "<mainBody><tblock><heading>Words</heading><p>Words.</p></tblock></mainBody>",
    "debate": '<debateBody><debateSection name="sitting"><speech by="#akn"><from>A</from><p>Words.</p></speech>'
    "</debateSection></debateBody>",
    "debateReport": "<mainBody><p>Words.</p></mainBody>",
    "judgment": "<header><p>Words</p></header><judgmentBody><decision><p>Words.</p></decision></judgmentBody>",
    "amendment": "<amendmentBody><amendmentContent><p>Words.</p></amendmentContent></amendmentBody>",
    "portion": "<portionBody><section><content><p>Words.</p></content></section></portionBody>",
}
"""Bodies of documents of other classes than the United Nations' resolutions."""


def _others() -> Iterator[Document]:
    frame = xml.parse((FIXTURES / "rules" / "frame.xml").read_bytes())
    identification = etree.tostring(next(frame.iter(f"{Q}identification")), encoding="unicode")
    for name, body in BODIES.items():
        named = ' includedIn="/akn/ch/act/2031/7"' if name == "portion" else f' name="{name}"'
        text = f"<{name}{named}><meta>{identification}</meta>{body}</{name}>"
        yield Document("of other classes", name, f'<akomaNtoso xmlns="{xml.AKN}">{text}</akomaNtoso>'.encode())


def mutations(sound: list[etree._Element]) -> Iterator[Document]:
    """Every mutation of one element of each name, in the first document that has it."""
    seen: set[str] = set()
    for root in sound:
        for position, element in enumerate(root.iter(f"{Q}*")):
            name = element.tag.removeprefix(Q)
            if name not in seen and name != "akomaNtoso":
                seen.add(name)
                yield from _mutated(root, position, name)


def _mutated(root: etree._Element, position: int, name: str) -> Iterator[Document]:
    for kind, mutate in MUTATIONS.items():
        other = copy.deepcopy(root)
        if mutate(next(islice(other.iter(f"{Q}*"), position, None))):
            yield Document(kind, f"{name} {kind}", etree.tostring(other, encoding="UTF-8"))


def _drop(element: etree._Element) -> bool:
    element.getparent().remove(element)  # type: ignore[union-attr]
    return True


def _duplicate(element: etree._Element) -> bool:
    element.addnext(copy.deepcopy(element))
    return True


def _duplicate_without_eids(element: etree._Element) -> bool:
    other = copy.deepcopy(element)
    for one in other.iter(f"{Q}*"):
        if "eId" in one.attrib:
            del one.attrib["eId"]
    element.addnext(other)
    return True


def _rename(element: etree._Element) -> bool:
    element.tag = f"{Q}{'p' if element.tag != f'{Q}p' else 'num'}"
    return True


def _misspell(element: etree._Element) -> bool:
    element.tag = f"{element.tag}s"
    return True


def _foreign(element: etree._Element) -> bool:
    element.tag = "{http://example.org/}thing"
    return True


def _reorder(element: etree._Element) -> bool:
    following = element.getnext()
    if following is None:
        return False
    following.addnext(element)
    return True


def _wrong_attribute(element: etree._Element) -> bool:
    element.set("colour", "red")
    return True


def _misplaced_attribute(element: etree._Element) -> bool:
    element.set("marker" if element.tag != f"{Q}authorialNote" else "language", "eng")
    return True


def _missing_attribute(element: etree._Element) -> bool:
    names = [name for name in element.keys() if name != "eId"]  # noqa: SIM118
    if not names:
        return False
    del element.attrib[names[0]]
    return True


def _wrong_type(element: etree._Element) -> bool:
    names = [name for name in ("date", "value", "href", "source", "refersTo", "eId", "marker") if element.get(name)]
    if not names:
        return False
    element.set(names[0], "not of any type")
    return True


def _empty_value(element: etree._Element) -> bool:
    names = element.keys()
    if not names:
        return False
    element.set(names[-1], "")
    return True


def _text(element: etree._Element) -> bool:
    element.text = "Words." + (element.text or "")
    return True


def _no_break_space(element: etree._Element) -> bool:
    element.text = "\u00a0" + (element.text or "")
    return True


def _other_digits(element: etree._Element) -> bool:
    for name in ("date", "value", "marker", "number"):
        value = element.get(name) or ""
        if any(c.isdecimal() for c in value):
            element.set(name, value.translate(ARABIC_DIGITS))
            return True
    return False


def _blank_around_value(element: etree._Element) -> bool:
    for name, value in element.items():
        element.set(name, f" {value!s}\n")
    return bool(element.attrib)


def _type_of_schema_instance(element: etree._Element) -> bool:
    element.set("{http://www.w3.org/2001/XMLSchema-instance}type", "blocksreq")
    return True


ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
MUTATIONS: dict[str, Callable[[etree._Element], bool]] = {
    "dropped": _drop,
    "duplicated": _duplicate,
    "duplicated without eIds": _duplicate_without_eids,
    "renamed": _rename,
    "misspelt": _misspell,
    "of another vocabulary": _foreign,
    "reordered": _reorder,
    "wrong attribute": _wrong_attribute,
    "attribute of another element": _misplaced_attribute,
    "missing attribute": _missing_attribute,
    "wrong type": _wrong_type,
    "empty value": _empty_value,
    "text put in": _text,
    "no-break space put in": _no_break_space,
    "digits of another script": _other_digits,
    "white space around values": _blank_around_value,
    "xsi:type": _type_of_schema_instance,
}


def xmllint(given: list[Document]) -> list[bool]:
    """What `xmllint --schema` says of some documents."""
    official = str(Path(schema.folder()) / "akomantoso30.xsd")
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{number}.xml" for number in range(len(given))]
        for name, document in zip(names, given, strict=True):
            (Path(folder) / name).write_bytes(document.data)
        command = ["xmllint", "--noout", "--nonet", "--schema", official, *names]
        said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stderr
    lines = set(said.splitlines())
    return [f"{name} validates" in lines for name in names]


def verdicts(given: list[Document], second: bool = False) -> list[Row]:
    """What each says of some documents."""
    once = Validator(Settings(select=("AKN0", "AKN1")))
    batch = Validator(Settings(select=("AKN0", "AKN1"), batch=True))
    other = Validator(Settings(select=("AKN0", "AKN1"), engine="xmlschema"))
    return [
        Row(
            document,
            lint,
            _is_valid(once, document),
            _is_valid(batch, document),
            _is_valid(other, document) if second else None,
        )
        for document, lint in zip(given, xmllint(given), strict=True)
    ]


def _is_valid(validator: Validator, document: Document) -> bool:
    """Whether the schema holds. That a root is no document (AKN110) is ours alone: to the schema any element is one."""
    return all(finding.code == "AKN110" for finding in validator.check(document.data, document.name))


def table(rows: list[Row]) -> str:
    """The table: documents, valid ones, agreement, by kind."""
    lines = [f"{'documents':30} {'number':>7} {'valid':>7} {'akn agrees':>11} {'in a batch':>11}"]
    for kind in [*dict.fromkeys(row.document.kind for row in rows), ""]:
        some = [row for row in rows if kind in ("", row.document.kind)]
        agree = sum(row.akn == row.xmllint for row in some)
        batch = sum(row.batch == row.xmllint for row in some)
        valid = sum(row.xmllint for row in some)
        lines.append(f"{kind or 'all':30} {len(some):7} {valid:7} {agree / len(some):11.1%} {batch / len(some):11.1%}")
    return "\n".join(lines)


def main() -> int:
    """Prints the table and every disagreement."""
    rows = verdicts(list(documents()), "--second" in sys.argv[1:])
    print(table(rows))
    wrong = [row for row in rows if not row.akn == row.batch == row.xmllint]
    for row in wrong:
        print(f"DISAGREE {row.document.name}: xmllint {row.xmllint}, akn {row.akn}, in a batch {row.batch}")
    for line in disagreements(rows):
        print(line)
    return 1 if wrong else 0


REASONS = {
    "text put in": "xmlschema does not look at text in an element whose content is one lax wildcard",
    "no-break space put in": "to XML Schema a no-break space is text; xmlschema takes it for white space",
    "digits of another script": "numbers and dates of XML Schema have the digits 0 to 9; xmlschema takes all of Unicode's",
    "xsi:type": "xmlschema does not come to the end of a type that allows what it extends",
}
"""Why lxml and xmlschema disagree, by what was done to the document."""


def disagreements(rows: list[Row]) -> Iterator[str]:
    """Where xmlschema says something else than lxml: what was done to the documents, which, and why."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.xmlschema is not None and row.xmlschema != row.akn:
            said = "accepts" if row.xmlschema else "refuses"
            kinds.setdefault((said, row.document.kind), []).append(row.document.name.removesuffix(row.document.kind))
    for (said, kind), names in kinds.items():
        why = REASONS.get(kind, "the reason is not known")
        yield f"only xmlschema {said} {len(names)} documents with “{kind}” ({why}): {' '.join(names)}"


if __name__ == "__main__":
    sys.exit(main())
