"""PDF with text to a `Reading`: what fonts, sizes and places tell that the characters alone do not.

The steps, each in a module: words with places (`engine`, and `bidi` for pages from right to left), lines (`lines`),
page furniture (`furniture`), columns and tables (`regions`, `tables`), footnotes (`notes`), paragraphs (`paragraphs`),
and all of it written down (`writing`).
"""

from __future__ import annotations

from akn.blocks import Reading
from akn.errors import UnreadableInput
from akn.readers import Options
from akn.readers.limits import Clock, check_size


def read(name: str, data: bytes, options: Options = Options()) -> Reading:  # noqa: B008
    """The blocks and footnotes of a PDF.

    Raises `UnreadableInput` for a file that is encrypted, damaged, too large, or pictures without text, and
    `MissingExtra` where pypdfium2 is not installed.
    """
    from akn.readers.pdf import engine, writing
    from akn.readers.pdf.page import Page

    limits = options.limits
    check_size(name, data, limits)
    clock = Clock(name, limits)
    pages: list[Page] = []
    lost: list[int] = []
    with engine.Document(name, data) as document:
        if document.pages > limits.pages:
            raise UnreadableInput(
                f"the PDF has {document.pages:,} pages; the limit is {limits.pages:,}",
                name,
                "Raise it with --max-pages NUMBER.",
            )
        for number in range(1, document.pages + 1):
            page = document.page(number, options.media is not None)
            pages.append(page) if page is not None else lost.append(number)
            clock.check()
    if not any(page.words for page in pages):
        raise UnreadableInput(
            "the PDF has no text: its pages are pictures" if pages else "no page of the PDF can be read",
            name,
            "Make one with text, for example: ocrmypdf -l eng IN.pdf OUT.pdf" if pages else "Fetch the file again.",
        )
    return writing.reading(name, pages, lost, clock, options.media)
