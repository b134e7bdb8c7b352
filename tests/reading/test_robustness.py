"""Nothing that a file can hold makes reading fail, hang or recurse."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhsjobtui.clean import clean
from nhsjobtui.errors import NotAnAdvert
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.record import from_record, to_record
from nhsjobtui.reading import read_advert, read_text
from tests.reading import pages

FIXTURES = [
    pages.nhs_text(),
    pages.nhs_html(),
    pages.FIND_A_JOB,
    pages.TRAC,
    pages.TRAC_HTML,
    " ".join(pages.nhs_text().split()),
]


def read(data: bytes) -> Advert | None:
    try:
        return read_advert(data)
    except NotAnAdvert:
        return None


@given(st.binary(max_size=3000))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read(data)


@given(st.text(max_size=3000))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(NotAnAdvert):
        read_text(text)


@settings(deadline=None)
@given(st.sampled_from(FIXTURES), st.data())
def test_a_damaged_advert_is_read_or_refused(page: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(start, min(len(page), start + 400)))
    insert = data.draw(
        st.text(max_size=20)
        | st.sampled_from(["<p>", "</div>", "<!--", "Essential\n", "\n\n", "£", "&amp;", "<table>"])
    )
    advert = read((page[:start] + insert + page[end:]).encode("utf-8", "surrogatepass"))
    if advert is not None:
        assert from_record(to_record(advert)) == advert or advert.closed
        for section in advert.sections:
            assert clean(section.text) == section.text
        for _, _, text in advert.criteria():
            assert clean(text) == text


HEAD = '<h1 id="heading">T</h1><p id="employer_name">E</p><h3>Job summary</h3><p>x</p>'
HOSTILE = {
    "five megabytes": HEAD + "<p>A line of text that goes on for a while.</p>" * 105_000,
    "nested boxes": HEAD + "<div>" * 100_000,
    "nested lists": HEAD + "<ul><li>" * 50_000,
    "attributes": HEAD + "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">",
    "quoted attributes": HEAD + "<p " + " ".join(f'a{n}=">"' for n in range(50_000)) + ">",
    "unclosed fonts": HEAD + "".join(f"<font size={n}>" for n in range(2_000)) + "<p>x" * 5_000,
    "open comments": HEAD + "<!--" * 200_000,
    "one long line": pages.nhs_text().replace("hospitals", "x" * 1_000_000),
    "headings on one line": "Job summary About us Date posted Person Specification " * 15_000,
    "headings on many": "About us\nx\nJob summary\ny\n" * 20_000,
    "criteria": pages.with_specification("Essential\nDesirable Skills\na; b; c\n" * 20_000),
    "labels": pages.nhs_text() + "Date posted\n01 January 2026\n" * 30_000,
    "digits": pages.nhs_text().replace("£24,937", "£" + "9" * 1_000_000),
    "spaces": pages.nhs_text().replace("hospitals", " " * 1_000_000 + "new tab"),
    "brackets": pages.nhs_text() + "(1 KB" * 200_000,
    "letters": pages.nhs_text().replace("ada@", "a" * 500_000 + "@"),
    "quotations": "".join(f"{'>' * 12} {line}\n" for line in pages.nhs_text().split("\n") * 800),
    "hanging lines": pages.with_specification("  * a\n" + "    b\n" * 300_000),
    "wrapped lines": pages.nhs_text()
    + ("x" * 70 + "\n" + "y" * 30 + " " + "z" * 40 + "\n") * 30_000,
    "page numbers": pages.nhs_text() + "1/2\n" * 300_000,
    "bullets on a line": pages.with_specification("• a " * 100_000),
    "tight dashes": pages.with_specification("-a\n" * 100_000),
    "columns": HEAD + "<table><tr>" + "<td>Essential<td>Desirable" * 30_000,
    "rows": HEAD + "<table><tr><td><td>Essential<td>Desirable" + "<tr><td>a<td>b<td>c" * 30_000,
    "ampersands": pages.nhs_text().replace("hospitals", "&" + "amp;" * 200_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_costs_seconds_at_most(name: str) -> None:
    data = HOSTILE[name].encode()
    started = time.process_time()
    read(data)
    assert time.process_time() - started < 10


def test_escape_sequences_and_invisible_characters_do_not_get_in() -> None:
    page = (
        pages.nhs_text()
        .replace("Ward Clerk", "Ward\x1b]0;x\x07 \u202eClerk\u200b")
        .replace("GCSE English", "GCSE\x1b[31m Eng\xadlish")
    )
    advert = read_text(page)
    assert advert.title == "Ward Clerk"
    assert advert.person_spec[0].essential == ("GCSE English",)
