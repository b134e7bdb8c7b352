import pytest

from nhsjobtui.model.advert import Advert
from nhsjobtui.model.references import (
    Reference,
    is_slug,
    is_trac_feed,
    is_trac_number,
    looks_like_address,
    read_address,
    split_trac_feed,
)

SLUG = "C9999-26-0101"
ADDRESS = f"https://www.jobs.nhs.uk/candidate/jobadvert/{SLUG}"


@pytest.mark.parametrize(
    "text",
    [SLUG, SLUG.lower(), "M0042-86784", "C9439-2627-NP-1228", "E0023-21209DARLINGTO-"],
)
def test_a_slug_is_known_by_its_shape(text: str) -> None:
    assert is_slug(text)
    assert not is_trac_number(text)


@pytest.mark.parametrize("text", ["", "001", "C99-26-0101", "999-TEA0101-A", f"{SLUG}/1", "C9999-"])
def test_other_texts_are_no_slugs(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize("text", ["999-TEA0101-A", "999-7622806-E&F-A", "999-rm-26-v945"])
def test_a_trac_number_is_known_by_its_shape(text: str) -> None:
    assert is_trac_number(text)


@pytest.mark.parametrize("text", ["", "999-TEA", "99-TEA0101", "999-TEA 0101", "9999-TEA0101"])
def test_other_texts_are_no_trac_numbers(text: str) -> None:
    assert not is_trac_number(text)


@pytest.mark.parametrize(
    "text",
    [
        ADDRESS,
        f" {ADDRESS} ",
        f"{ADDRESS}?keyword=nurse&reference=C1111-26-0001#top",
        ADDRESS.replace("www.", "beta."),
        ADDRESS.removeprefix("https://"),
        ADDRESS.replace("https", "http"),
        ADDRESS.upper().replace("HTTPS", "https"),
    ],
)
def test_an_nhs_jobs_address_names_its_slug(text: str) -> None:
    address = read_address(text)
    assert address is not None
    assert (address.board, address.reference.kind) == ("nhsjobs", "slug")
    assert address.reference.key == SLUG.casefold()
    assert address.url.casefold() == ADDRESS.casefold()


def test_other_boards_name_their_own_numbers() -> None:
    found = read_address("https://findajob.dwp.gov.uk/details/12345678?ref=a")
    assert found is not None
    assert (found.board, found.reference) == ("findajob", Reference("findajob", "12345678"))
    trac = read_address("https://www.healthjobsuk.com/job/UK/Wyreham/Nursing-v6658075?s=1")
    assert trac is not None
    assert (trac.board, trac.reference) == ("trac", Reference("trac", "6658075"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ward",
        "https://[broken",
        "ftp://www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101",
        "file:///candidate/jobadvert/C9999-26-0101",
        "https://www.jobs.nhs.uk.example.org/candidate/jobadvert/C9999-26-0101",
        "https://www.jobs.nhs.uk@example.org/candidate/jobadvert/C9999-26-0101",
        "https://example.org/?u=www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0101",
        "https://www.jobs.nhs.uk/candidate/jobadvert/%2e%2e%2f%2e%2e",
        "https://www.jobs.nhs.uk/candidate/search/results",
        "https://example.org/post-v6658075",
        "https://nothealthjobsuk.com/post-v6658075",
    ],
)
def test_any_other_address_names_nothing(text: str) -> None:
    assert read_address(text) is None


def test_an_address_is_told_from_a_word() -> None:
    assert looks_like_address(ADDRESS)
    assert looks_like_address("www.jobs.nhs.uk/candidate")
    assert looks_like_address("findajob.dwp.gov.uk/details/1")
    assert not looks_like_address(SLUG)
    assert not looks_like_address("nurse")


def test_two_spellings_of_a_reference_have_one_key() -> None:
    assert Reference("slug", SLUG).key == Reference("slug", SLUG.lower()).key


def test_tracs_feed_names_vacancy_and_number() -> None:
    assert split_trac_feed(" 6658075/372-SURG1848-A ") == ("6658075", "372-SURG1848-A")
    assert split_trac_feed(SLUG) is None


@pytest.mark.parametrize(
    ("advert", "fed"),
    [
        (Advert(board="findajob", reference_number="6658075/999-TEA0101-A"), True),
        (Advert(board="findajob", reference_number="999-TEA0101-A"), True),
        (Advert(board="findajob", slug=SLUG, reference_number=SLUG), False),
        (Advert(board="findajob"), False),
        (Advert(board="trac", reference_number="999-TEA0101-A"), False),
    ],
)
def test_a_page_that_tracs_feed_filled_is_known(advert: Advert, fed: bool) -> None:
    assert is_trac_feed(advert) is fed
