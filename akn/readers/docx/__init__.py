"""DOCX to a `Reading`: what Word shows, its numbers and footnotes natively.

`package` opens the zip file within limits, `styles` and `numbering` say what is drawn, `body` reads the text,
`notes` counts footnotes, `furniture` sorts headers and footers. Macros, embedded objects and addresses are ignored.
"""

from __future__ import annotations

from akn.blocks import Reading
from akn.readers import Options
from akn.readers.limits import Clock, check_size


def read(name: str, data: bytes, options: Options = Options()) -> Reading:  # noqa: B008
    """The blocks and footnotes of a DOCX.

    Raises `UnreadableInput` for a file that is damaged, encrypted, without text, or beyond the limits.
    """
    from akn.errors import UnreadableInput
    from akn.readers import flow, lines, raised
    from akn.readers.docx import furniture, notes
    from akn.readers.docx.body import Body
    from akn.readers.docx.names import child
    from akn.readers.docx.numbering import Numbering
    from akn.readers.docx.package import Package
    from akn.readers.docx.styles import Styles
    from akn.readers.pictures import Pictures

    check_size(name, data, options.limits)
    package = Package(name, data, options.limits)
    main = package.main()
    document = package.tree(main)
    content = child(document, "body")
    if document is None or content is None:
        raise package.damaged("its text part has no body")
    links = package.relationships(main)
    parts = {one.kind: one.target for one in links.values() if not one.outside}

    def part(kind: str) -> str:
        return parts.get(kind, f"word/{kind}.xml")

    pictures = Pictures(options.media)
    styles = Styles(package.tree(part("styles")))
    body = Body(
        styles,
        Numbering(package.tree(part("numbering")), styles),
        notes.Marks(package.tree(part("settings")), document),
        notes.bookmarks(document),
        options.changes,
        Clock(name, options.limits),
        lambda path: pictures.span(path, package.bytes(path) if pictures.kept else None),
    )
    items = body.items(content, links)
    heads, feet = furniture.sorted_out(package, document, links, items, body)
    bodies: list[flow.Body] = []
    for kind in notes.KINDS:
        path = part(f"{kind}s")
        own = package.relationships(path)
        for key, element in notes.elements(kind, package.tree(path)):
            found = [words for words in flow.words_of(body.items(element, own)) if words.text or words.spans]
            called = key in body.marks.labels
            label = body.marks.labels.get(key, "")
            if not called:
                for words in found:
                    words.leave_out("hidden text")  # Word shows no note that nothing calls
                feet += found
                continue
            printed = bool(found) and not label.isalnum() and found[0].text.startswith(label)
            bodies.append(flow.Body(key, label, found, len(label) if printed else 0))
    flat = list(lines.broken([*heads, *flow.linear(items), *feet]))
    flat, more = raised.set_aside(flat)
    reading = flow.reading(name, "docx", flat, [*bodies, *more], pictures.media)
    if not reading.blocks:
        raise UnreadableInput(
            "the DOCX has no text", name, "If its pages are pictures, save it as PDF and use ocrmypdf."
        )
    return reading
