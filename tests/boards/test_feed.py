"""A page of the feed becomes listings, or one sentence."""

import re
from datetime import date

import pytest

from nhsjobtui.boards.feed import FeedRefusal, read_page
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.model.advert import Advert, Location, Salary, Section
from nhsjobtui.model.merge import SEARCH_HEADING, is_listing

FIELDS = {
    "id": "1",
    "reference": "C9999-26-0101",
    "title": "Staff Nurse, Teasel Ward",
    "description": "Teasel Ward looks after people …",
    "employer": "Wyre and Teme NHS Foundation Trust",
    "type": "Permanent",
    "salary": "£31049.00 to £37796.00",
    "closeDate": "2026-11-30",
    "postDate": "2026-11-02T15:15:34.938827718",
    "url": "https://beta.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101",
    "locations": "<location>Wyreham, XQ1 2AB</location>",
}
TOTALS = "<totalPages>1</totalPages><totalResults>1</totalResults>"


def entry(**changes: str) -> str:
    fields = FIELDS | changes
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in fields.items())
    return f"<vacancyDetails>{inside}</vacancyDetails>"


def feed(*parts: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><nhsJobs>{"".join(parts)}</nhsJobs>'.encode()


def one(**changes: str) -> Advert:
    (advert,) = read_page(feed(entry(**changes), TOTALS)).listings
    return advert


def test_an_entry_is_a_listing_with_all_it_says() -> None:
    advert = one()
    assert advert == Advert(
        board="nhsjobs",
        slug="C9999-26-0101",
        url="https://www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101",
        title="Staff Nurse, Teasel Ward",
        employer="Wyre and Teme NHS Foundation Trust",
        posted=date(2026, 11, 2),
        closing=date(2026, 11, 30),
        salary=Salary("£31049.00 to £37796.00", 31049, 37796),
        contract="Permanent",
        locations=(Location(("Wyreham",), "XQ1 2AB"),),
        sections=(Section(SEARCH_HEADING, "Teasel Ward looks after people …"),),
    )
    assert is_listing(advert)


@pytest.mark.parametrize("parts", [(TOTALS, entry()), (entry(), TOTALS)], ids=["first", "last"])
def test_totals_stand_first_or_last(parts: tuple[str, ...]) -> None:
    assert read_page(feed(*parts))[1:] == (1, 1, 0)


def test_totals_may_be_missing_or_no_number() -> None:
    assert read_page(feed(entry(), "<totalPages>many</totalPages>"))[1:] == (None, None, 0)


def test_a_namespace_changes_nothing() -> None:
    plain = feed(entry(), TOTALS)
    default = plain.replace(b"<nhsJobs>", b'<nhsJobs xmlns="urn:example">')
    prefixed = re.sub(rb"<(/?)(?=[a-z])", rb"<\1j:", plain).replace(
        b"<j:nhsJobs>", b'<j:nhsJobs xmlns:j="urn:example">'
    )
    assert read_page(default) == read_page(prefixed) == read_page(plain)


def test_nothing_found_is_an_empty_page() -> None:
    page = read_page(feed("<totalPages>0</totalPages><totalResults>0</totalResults>"))
    assert page == ([], 0, 0, 0)


@pytest.mark.parametrize(
    ("text", "salary"),
    [
        ("£58133.00 to £65261.00", Salary("£58133.00 to £65261.00", 58133, 65261)),
        ("£10295.00", Salary("£10295.00", 10295, 10295)),
        ("£35,000 - £40,000", Salary("£35,000 - £40,000", 35000, 40000)),
        ("£65261.00 to £58133.00", Salary("£65261.00 to £58133.00")),
        ("Depends on experience", Salary("Depends on experience")),
        ("", Salary()),
    ],
)
def test_a_salary_has_figures_where_they_are_certain(text: str, salary: Salary) -> None:
    assert one(salary=text).salary == salary


@pytest.mark.parametrize(
    ("inside", "places"),
    [
        ("<location>Bristol</location>", (Location(("Bristol",)),)),
        (
            "<location>Wyreham, XQ1 2AB</location><location>Clunby, XQ9 9ZZ</location>"
            "<location>Wyreham, XQ1 2AB</location>",
            (Location(("Wyreham",), "XQ1 2AB"), Location(("Clunby",), "XQ9 9ZZ")),
        ),
        ("", ()),
        ("<location/>", ()),
    ],
)
def test_places_of_work(inside: str, places: tuple[Location, ...]) -> None:
    assert one(locations=inside).locations == places


def test_what_is_not_said_is_not_known() -> None:
    only = "<vacancyDetails><reference>C9999-26-0101</reference></vacancyDetails>"
    (advert,) = read_page(feed(only)).listings
    assert advert == Advert(
        board="nhsjobs",
        slug="C9999-26-0101",
        url="https://www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101",
    )


@pytest.mark.parametrize(
    ("reference", "url", "slug"),
    [
        ("", FIELDS["url"], "C9999-26-0101"),
        ("847-RM-26-V945", FIELDS["url"], "C9999-26-0101"),
        ("C9999-26-0101", "", "C9999-26-0101"),
        ("C9999-26-0101", "http://127.0.0.1:8/candidate/jobadvert/C9999-26-0101", "C9999-26-0101"),
        ("C9999-26-0101", f"{FIELDS['url']}?keyword=x", "C9999-26-0101"),
    ],
)
def test_the_slug_is_what_the_address_ends_in(reference: str, url: str, slug: str) -> None:
    assert one(reference=reference, url=url).slug == slug


@pytest.mark.parametrize("reference", ["", "../../etc", "a b", "x" * 200])
def test_an_entry_without_a_usable_reference_is_counted_and_left_out(reference: str) -> None:
    page = read_page(feed(entry(reference=reference, url=""), entry(), TOTALS))
    assert (len(page.listings), page.nameless) == (1, 1)


def test_tags_and_entities_that_are_left_in_are_undone() -> None:
    advert = one(
        title="Nurse, &lt;b&gt;Elm&lt;/b&gt; &amp;amp;amp; Ash Ward",
        description="&lt;p&gt;We care.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;You &lt;b&gt;help&lt;/b&gt;"
        "&lt;/li&gt;&lt;/ul&gt; Babies &lt;1500g",
    )
    assert advert.title == "Nurse, Elm & Ash Ward"
    (section,) = advert.sections
    assert section.text.splitlines() == ["We care.", "• You help", "Babies <1500g"]


def test_foreign_text_is_cleaned() -> None:
    advert = one(
        title="Nurse\u202e &amp;amp; Midwife \u200b [b]",
        description="Caf\u0065\u0301 &#x9b;31m\n\n  two   words\u2028end",
        employer="x" * 5000,
    )
    assert advert.title == "Nurse & Midwife [b]"
    assert advert.sections[0].text == "Cafe\u0301 31m\ntwo words\nend"
    assert len(advert.employer or "") == 300


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_encoding_is_the_documents_own(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><nhsJobs>{entry(title="Tŷ £9")}</nhsJobs>'
    if encoding == "iso-8859-1":
        text = text.replace("ŷ", "ÿ").replace("…", "...")
    title = read_page(text.encode(encoding)).listings[0].title
    assert title == ("Tÿ £9" if encoding == "iso-8859-1" else "Tŷ £9")


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "an empty page"),
        (b" \n ", "an empty page"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "a web page where its feed"),
        (b"\xef\xbb\xbf\n<html lang='en'>", "a web page where its feed"),
        (f"<?xml version='1.0'?>{BOMB}<nhsJobs/>".encode(), "document type declaration"),
        (b"<!DOCTYPE nhsJobs SYSTEM 'http://x/y.dtd'><nhsJobs/>", "document type declaration"),
        (feed(entry())[:-40], "broken off or damaged"),
        (feed(entry(title="Tŷ")).replace("ŷ".encode(), b"\xff"), "broken off or damaged"),
        (feed(entry(title="A & B")), "broken off or damaged"),
        (b'<?xml version="1.0" encoding="klingon"?><nhsJobs/>', "broken off or damaged"),
        (b"<rss/>", "XML that is not its feed"),
        (b"Not found", "broken off or damaged"),
    ],
)
def test_anything_else_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(NhsJobTuiError) as refused:
        read_page(data)
    assert said in refused.value.message
    assert not isinstance(refused.value, FeedRefusal)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"status": 404, "error": "no such page\\u001b[31m"}', "(“no such page”)"),
        (b'[{"message": "x"}]', "an error."),
        (b"{broken", "an error."),
        (b"[" * 100_000, "an error."),
    ],
)
def test_a_json_error_is_the_boards_own_refusal(data: bytes, said: str) -> None:
    with pytest.raises(FeedRefusal) as refused:
        read_page(data)
    assert said in refused.value.message
