"""HTML to a `Reading`: the document's part of a page, as a browser shows it.

`encoding` finds the characters, `page` the part of the page that is the document, `listing` printed lines, `looks` what style sheets say of
words, `notes` the footnotes that links tell, `body` paragraphs and tables. Nothing is fetched, no script is run.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from akn.blocks import Reading
from akn.readers import Options
from akn.readers.limits import Clock, check_size

if TYPE_CHECKING:
    from akn.readers.html.listing import Listing


def read(name: str, data: bytes, options: Options = Options()) -> Reading:  # noqa: B008
    """The blocks and footnotes of a page in HTML.

    Raises `UnreadableInput` for a page without text, or beyond the limits.
    """
    from akn.errors import UnreadableInput
    from akn.readers import flow, lines, raised
    from akn.readers.html import encoding, listing, notes, page
    from akn.readers.html.body import Body
    from akn.readers.html.looks import Looks
    from akn.readers.pictures import Pictures

    check_size(name, data, options.limits)
    root = encoding.tree(name, data)
    outside = page.outside(root)
    printed = listing.listing(root, outside)
    if printed is not None:
        return _listing(name, printed, options)
    linked = notes.linked(root)
    pictures = Pictures(options.media)
    body = Body(Looks(root), linked, outside, Clock(name, options.limits), pictures)
    items = list(lines.broken(flow.linear(body.items(root))))
    items, more = raised.set_aside(items)
    reading = flow.reading(name, "html", items, [*body.notes, *more], pictures.media)
    if not reading.blocks:
        raise UnreadableInput("the page has no text", name, "If a script makes its text, save the page from a browser.")
    return reading


def _listing(name: str, found: Listing, options: Options) -> Reading:
    """A page of printed lines as plain text; the words around them go to the ledger."""
    from akn.ledger import Entry
    from akn.readers import text as plain

    reading = plain.reading_of(name, found.text, options.language)
    start = len(found.text) + 1
    text = f"{found.text}\n{found.around}" if found.around else found.text
    source = replace(reading.source, format="html", text=text)
    more = (Entry(start, len(text), "HTML outside the document"),) if found.around else ()
    return reading._replace(source=source, ledger=(*reading.ledger, *more))
