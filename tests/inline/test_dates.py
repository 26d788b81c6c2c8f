"""Full dates in six languages: where they stand, and what day they are."""

from __future__ import annotations

import calendar
import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akn import vocabulary
from akn.inline import dates

DATES = [
    ("eng", "of 19 December 2017,", [("19 December 2017", "2017-12-19")]),
    ("eng", "on December 19, 2017", [("December 19, 2017", "2017-12-19")]),
    (
        "eng",
        "on 1st May 2018 and 29 February 2000",
        [("1st May 2018", "2018-05-01"), ("29 February 2000", "2000-02-29")],
    ),
    ("eng", "from 1 to 5 June 2019", [("5 June 2019", "2019-06-05")]),
    ("fra", "du 1er mai 2018 au 3 août 2019", [("1er mai 2018", "2018-05-01"), ("3 août 2019", "2019-08-03")]),
    ("fra", "le 21 FÉVRIER 1961", [("21 FÉVRIER 1961", "1961-02-21")]),
    ("spa", "de 19 de diciembre de 2017", [("19 de diciembre de 2017", "2017-12-19")]),
    ("spa", "el 1o de mayo de 2018", [("1o de mayo de 2018", "2018-05-01")]),
    ("rus", "от 19 декабря 2017 года", [("19 декабря 2017 года", "2017-12-19")]),
    ("ara", "المؤرخ 19 كانون الأول/ديسمبر 2017", [("19 كانون الأول/ديسمبر 2017", "2017-12-19")]),
    ("ara", "في 1 تموز/ يوليه 2018", [("1 تموز/ يوليه 2018", "2018-07-01")]),
    ("zho", "2017年12月19日", [("2017年12月19日", "2017-12-19")]),
]
NONE = [
    ("eng", "in December 2017, on 31 June 2019, 29 February 1900, 45 May 2018"),
    ("eng", "72/169 of December"),
    ("fra", "en décembre 2017"),
    ("zho", "2017年13月19日"),
]


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_dates(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    marks = dates.find(text, vocabulary.load(language))
    assert [(text[m.start : m.end], m.target) for m in marks] == expected


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_no_day(language: str, text: str) -> None:
    assert dates.find(text, vocabulary.load(language)) == []


@settings(max_examples=100, deadline=None)
@given(st.dates(datetime.date(1945, 10, 24), datetime.date(2100, 1, 1)))
def test_every_day(day: datetime.date) -> None:
    """Each day is read in each language, and a day after the last of its month in none."""
    english = vocabulary.load("eng")
    month = next(name for name, number in english.months.items() if number == day.month and len(name) > 2)
    assert dates.read(f"on {day.day} {month} {day.year}", english) == day.isoformat()
    assert dates.read(f"{day.year}年{day.month}月{day.day}日", vocabulary.load("zho")) == day.isoformat()
    beyond = calendar.monthrange(day.year, day.month)[1] + 1
    assert dates.read(f"on {beyond} {month} {day.year}", english) == ""
