"""Akoma Ntoso XML to a Document: this project's own, exactly, and the United Nations' files in their best reading.

The UN's files differ in habit: emphasis is `span class="italic"`, headings are paragraphs with a `subheading`,
a `sublist` stands beside its point, numbers hold tabs. Words whose element has no place in the model are kept in
the nearest place.
"""

from __future__ import annotations

from lxml import etree

from akn.errors import UnreadableInput
from akn.model import Document
from akn.readers.akn.documents import Reader
from akn.xml import AKN, Q


def read(root: etree._Element, name: str = "<xml>") -> Document:
    """The document of an Akoma Ntoso root. Raises `UnreadableInput` where there is no statement or doc in it."""
    if etree.QName(root).namespace != AKN:
        raise UnreadableInput(
            f"the root element {etree.QName(root).localname!r} is not Akoma Ntoso 3.0",
            name,
            f"Its namespace must be {AKN}.",
        )
    found = list(root.iter(f"{Q}statement")) or list(root.iter(f"{Q}doc"))[:1]
    if not found:
        raise UnreadableInput(
            "there is no statement in it", name, "akn text reads resolutions: a statement or a publication."
        )
    return Reader(root).document(found)
