"""Runs keep their places however they are cut and joined; a Document is a value, and the walk reaches all of it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass
from typing import Literal, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akn import model, walk
from akn.source import Mark, Passage, Run, Source, join, join_passages

TEXT = "abc def\nghi  jkl\u00a0mno"
SOURCE = Source("text", "text", TEXT, starts=(0, 8))
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)
RUNS = st.lists(SPANS.map(lambda span: SOURCE.run(*span)).filter(bool), min_size=1, max_size=6).map(join)


def says_what_stands_there(run: Run) -> bool:
    """Each piece says what the source says; what no piece covers is white space."""
    covered = [False] * len(run.text)
    for at, start, end in run.pieces:
        if run.text[at : at + end - start] != TEXT[start:end]:
            return False
        covered[at : at + end - start] = [True] * (end - start)
    return all(known or char.isspace() for known, char in zip(covered, run.text, strict=True))


@settings(deadline=None)
@given(RUNS, st.integers(0, 40), st.integers(0, 40))
def test_a_cut_is_a_slice_that_knows_its_places(run: Run, start: int, end: int) -> None:
    cut = run.cut(start, end)
    assert cut.text == run.text[start:end]
    assert says_what_stands_there(cut)


@settings(deadline=None)
@given(RUNS)
def test_offsets_are_those_of_the_pieces(run: Run) -> None:
    for at, start, end in run.pieces:
        for step in range(end - start):
            assert run.offset(at + step) == start + step
    assert run.offset(len(run.text)) == run.pieces[-1].end


@settings(deadline=None)
@given(RUNS, st.integers(0, 40))
def test_what_is_cut_and_joined_is_the_same(run: Run, at: int) -> None:
    again = join([run.cut(0, at), run.cut(at)], "")
    assert again == run
    assert says_what_stands_there(again)
    assert run.strip().text == run.text.strip()


@settings(deadline=None)
@given(RUNS, RUNS, SPANS, st.integers(0, 60), st.integers(0, 60))
def test_marks_go_with_their_words(first: Run, second: Run, span: list[int], start: int, end: int) -> None:
    low, high = (min(at, len(first.text)) for at in span)
    marks = (Mark(low, high, "i"),) if low < high else ()
    whole = join_passages([Passage(second), Passage(first, marks)])
    words = [whole.text[mark.start : mark.end] for mark in whole.marks]
    assert words == [first.text[mark.start : mark.end] for mark in marks]
    for mark in whole.cut(start, end).marks:
        assert 0 <= mark.start < mark.end <= max(0, min(end, len(whole.text)) - start)


def test_runs_are_equal_if_they_say_the_same() -> None:
    assert Source("other", "text", "x abc").run(2, 5) == SOURCE.run(0, 3)
    assert hash(Source("other", "text", "x abc").run(2, 5)) == hash(SOURCE.run(0, 3))


def test_positions_count_from_one() -> None:
    assert SOURCE.position(0) == (1, 1)
    assert SOURCE.position(8) == (2, 1)
    assert SOURCE.position(10) == (2, 3)


NODES = [kind for kind in vars(model).values() if isinstance(kind, type) and is_dataclass(kind) and kind is not Run]


def made(kind: type, words: list[Run]) -> object:
    """A node in which each field that can hold words holds Runs of its own."""
    values: dict[str, object] = {}
    for field in fields(kind):
        wanted = str(field.type)
        if "Run" in wanted or "Inlines" in wanted or "tuple" in wanted:
            words.append(Run(f"{kind.__name__}.{field.name}"))
            values[field.name] = words[-1] if "Run" in wanted else (words[-1],)
        elif wanted == "str" or get_origin(vars(model).get(wanted)) is Literal:
            values[field.name] = "x"
        elif wanted == "Annex":
            values[field.name] = made(model.Annex, words)
    return kind(**values)


@pytest.mark.parametrize("kind", NODES, ids=lambda kind: kind.__name__)
def test_the_walk_reaches_every_word_of_a_node(kind: type) -> None:
    words: list[Run] = []
    node = made(kind, words)
    assert sorted(run.text for run in walk.runs(node)) == sorted(run.text for run in words)


@pytest.mark.parametrize("kind", NODES, ids=lambda kind: kind.__name__)
def test_nodes_are_values(kind: type) -> None:
    assert made(kind, []) == made(kind, [])
    node = made(kind, [])
    for field in fields(kind):
        with pytest.raises(FrozenInstanceError):
            setattr(node, field.name, None)


def test_every_node_is_in_a_union_or_holds_one() -> None:
    """A node that no union names could not stand anywhere in a document."""
    named = {*get_args(model.Block), *get_args(model.Inline)}
    held = {model.Point, model.Cell, model.Annex, model.Statement, model.Document}
    assert {*NODES, Run} == named | held
