"""Every Run of a Document, by the fields of its nodes: a new node cannot be forgotten here."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from akn.model import Document, Embedded, Note, NoteAgain
from akn.source import Run

_FIELDS: dict[type, Callable[[object], tuple[object, ...]]] = {}
_LEAVES = frozenset((str, int, bool, type(None)))


def _fields(node: object) -> tuple[object, ...]:
    """The values of the fields of a node, last first."""
    kind = type(node)
    getter = _FIELDS.get(kind)
    if getter is None:
        names = tuple(reversed(kind.__slots__))  # type: ignore[attr-defined]
        several = attrgetter(*names) if len(names) > 1 else None
        getter = _FIELDS[kind] = several or (lambda found: tuple(getattr(found, name) for name in names))
    return getter(node)


def runs(node: object) -> list[Run]:
    """The Runs of a node in the order of its fields."""
    found: list[Run] = []
    stack = [node]
    while stack:
        node = stack.pop()
        kind = type(node)
        if kind is Run:
            found.append(node)  # type: ignore[arg-type]
        elif kind is tuple:
            stack.extend(node[::-1])  # type: ignore[index]
        elif kind not in _LEAVES:
            stack.extend(_fields(node))
    return found


def notes(document: Document) -> list[Note]:
    """The footnotes of a document, in the order of its fields; one within another behind it."""
    found: list[Note] = []
    stack: list[object] = [document]
    while stack:
        node = stack.pop()
        kind = type(node)
        if kind is tuple:
            stack.extend(node[::-1])  # type: ignore[index]
        elif kind is not Run and kind not in _LEAVES:
            if kind is Note:
                found.append(node)  # type: ignore[arg-type]
            stack.extend(_fields(node))
    return found


def written(document: Document) -> list[Run]:
    """The Runs that are text of the XML, in its order: markers are attributes, documents inside the body stand last."""
    found: list[Run] = []
    _collect((document.masthead, document.preface), found, [])
    for statement in document.statements:
        _with_embedded(statement, found)
    return found


def _with_embedded(node: object, found: list[Run]) -> None:
    later: list[Embedded] = []
    _collect(node, found, later)
    for embedded in later:
        _with_embedded(embedded.document, found)


def _collect(node: object, found: list[Run], later: list[Embedded]) -> None:
    stack = [node]
    while stack:
        node = stack.pop()
        kind = type(node)
        if kind is Run:
            found.append(node)  # type: ignore[arg-type]
        elif kind is tuple:
            stack.extend(node[::-1])  # type: ignore[index]
        elif kind is Note:
            stack.append(node.body)  # type: ignore[attr-defined]
        elif kind is Embedded:
            later.append(node)  # type: ignore[arg-type]
        elif kind is not NoteAgain and kind not in _LEAVES:
            stack.extend(_fields(node))
