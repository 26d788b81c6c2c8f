"""Pictures of a document: names for their files, and which of them are kept."""

from __future__ import annotations

import posixpath
import re

from akn.blocks import Media
from akn.readers.spans import PICTURE, Span

_SHAPES = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
    (b"\xd7\xcd\xc6\x9a", "wmf"),
    (b"\x01\0\0\0", "emf"),
)


class Pictures:
    """Collects the pictures of one document; `folder` is None where they are left out."""

    def __init__(self, folder: str | None) -> None:
        self._folder = folder
        self._names: dict[str, str] = {}
        self.media: list[Media] = []

    @property
    def kept(self) -> bool:
        """Whether pictures are kept at all."""
        return self._folder is not None

    def span(self, path: str, data: bytes | None) -> Span:
        """What stands in the text where a picture stands; `path` tells pictures apart, and names their files."""
        kind = _kind(data or b"")
        if self._folder is None or data is None or not kind:
            return Span(PICTURE, reason="image mark")
        if path not in self._names:
            stem = re.sub(r"[^\w-]+", "_", posixpath.splitext(posixpath.basename(path))[0], flags=re.A)[:40]
            name = f"{stem or 'picture'}.{kind}"
            if any(media.name == name for media in self.media):
                name = f"{stem or 'picture'}-{len(self.media) + 1}.{kind}"
            self._names[path] = name
            self.media.append(Media(name, data))
        return Span(PICTURE, reason="image mark", image=posixpath.join(self._folder, self._names[path]))


def _kind(data: bytes) -> str:
    """The suffix for the content of a picture; empty for what is none."""
    return next((suffix for start, suffix in _SHAPES if data.startswith(start)), "")
