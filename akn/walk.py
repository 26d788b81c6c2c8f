"""Every Run of a Document, by the fields of its nodes: a new node cannot be forgotten here."""

from __future__ import annotations

from collections.abc import Iterator

from akn.model import Document, Embedded, Note, NoteAgain
from akn.source import Run


def runs(node: object) -> Iterator[Run]:
    """The Runs of a node in the order of its fields."""
    stack = [node]
    while stack:
        node = stack.pop()
        if isinstance(node, Run):
            yield node
        elif isinstance(node, tuple):
            stack.extend(reversed(node))
        elif node is not None and not isinstance(node, str | int | bool):
            stack.extend(getattr(node, name) for name in reversed(type(node).__slots__))


def written(document: Document) -> Iterator[Run]:
    """The Runs that are text of the XML, in its order: markers are attributes, and documents inside the body stand last."""
    yield from _written((document.masthead, document.preface))
    for statement in document.statements:
        later: list[Embedded] = []
        yield from _written((statement.preface, statement.preamble, statement.body, statement.conclusions, statement.annexes), later)
        for embedded in later:
            yield from _written(embedded.document)


def _written(node: object, later: list[Embedded] | None = None) -> Iterator[Run]:
    stack = [node]
    while stack:
        node = stack.pop()
        if isinstance(node, Run):
            yield node
        elif isinstance(node, tuple):
            stack.extend(reversed(node))
        elif isinstance(node, Note):
            stack.append(node.body)
        elif isinstance(node, NoteAgain):
            continue
        elif isinstance(node, Embedded) and later is not None:
            later.append(node)
        elif node is not None and not isinstance(node, str | int | bool):
            stack.extend(getattr(node, name) for name in reversed(type(node).__slots__))
