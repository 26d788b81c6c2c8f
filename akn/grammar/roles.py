"""Words with functions on the page: stretches of a line as `Role`s."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from akn.model import Inline, Inlines, Role, RoleName, Styled
from akn.source import Passage

Span = tuple[int, int, RoleName, str]
"""Start, end, name of the role, value."""


def with_roles(
    words: Passage, spans: Sequence[Span], between: Callable[[Passage], Inlines], inside: Callable[[Passage], Inlines]
) -> Inlines:
    """The words with some stretches as roles; `between` and `inside` turn the other words and theirs into content."""
    content: list[Inline] = []
    at = 0
    for start, end, name, value in sorted(spans):
        if start < at:
            continue
        content += between(words.cut(at, start))
        content.append(Role(name, inside(words.cut(start, end)), value))
        at = end
    content += between(words.cut(at))
    return _one_emphasis(content)


def _one_emphasis(content: Sequence[Inline]) -> Inlines:
    """Emphasis that roles cut into pieces, as one emphasis around them."""
    joined: list[Inline] = []
    group: list[Inline] = []

    def close() -> None:
        if any(isinstance(inline, Role) for inline in group) and len(group) > 1:
            joined.append(Styled("i", tuple(_bare(inline) for inline in group)))
        else:
            joined.extend(group)
        group.clear()

    for inline in content:
        if _is_italic(inline):
            group.append(inline)
        else:
            close()
            joined.append(inline)
    close()
    return tuple(_flat(joined))


def _is_italic(inline: Inline) -> bool:
    if isinstance(inline, Role):
        return len(inline.content) == 1 and _is_italic(inline.content[0])
    return isinstance(inline, Styled) and inline.style == "i"


def _bare(inline: Inline) -> Inline:
    """A role without the emphasis inside it; an emphasis is unwrapped by `_flat`."""
    if isinstance(inline, Role) and isinstance(inline.content[0], Styled):
        return Role(inline.name, inline.content[0].content, inline.value)
    return inline


def _flat(content: Sequence[Inline]) -> list[Inline]:
    """Emphasis directly in emphasis is one."""
    found: list[Inline] = []
    for inline in content:
        if isinstance(inline, Styled) and inline.style == "i":
            inner: list[Inline] = []
            for part in inline.content:
                inner += part.content if isinstance(part, Styled) and part.style == "i" else (part,)
            found.append(Styled("i", tuple(inner)))
        else:
            found.append(inline)
    return found
