import pytest

from nhsjobtui.errors import NotAnAdvert
from nhsjobtui.reading import read_advert, read_text

SIGN_IN = "<html><body><h1>Sign in</h1><form>Email address <input> Password <input></form></body>"
OTHERS: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "empty"),
    "a mark alone": (b"\xef\xbb\xbf \r\n", "empty"),
    "a PDF": (b"%PDF-1.7\nJob summary", "PDF"),
    "a Word document": (b"PK\x03\x04rest", "Word"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "picture"),
    "random bytes": (bytes(range(256)) * 8, "not text"),
    "JSON": (b'{"error": "Job summary"}', "JSON"),
    "a feed": (b"<?xml version='1.0'?><rss><channel/></rss>", "news feed"),
    "the search API": (b"<nhsJobs><totalPages>1</totalPages></nhsJobs>", "search results"),
    "signing in": (SIGN_IN.encode(), "signing in"),
    "a cookie wall": (
        b"<body><h1>Cookies on this site</h1><p>We use cookies. Accept cookies?</p></body>",
        "cookies",
    ),
    "an error page": (b"<html><body><h1>Page not found</h1></body></html>", "error page"),
    "a search page": (
        b"<html><body><main><h1>9,307 jobs found</h1><h2>Nurse</h2><p>Salary: x</p></main></body>",
        "search results",
    ),
    "the placeholder page": (
        b"<html><body><header>NHS Jobs</header><main><p>Welcome</p></main></body></html>",
        "no advert",
    ),
    "a poem": (b"The tide was out,\nthe moon was late,\nthe gulls were loud.\n", "other text"),
    "a blog post": (
        b"How to answer a person specification\n\nRead every essential criterion. Essential"
        b" criteria come first; desirable ones decide. Job summary and all.\n",
        "other text",
    ),
    "markup without text": (b"<html><body><div></div></body></html>", "no text"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_not_an_advert_is_refused_with_what_it_looks_like(name: str) -> None:
    data, word = OTHERS[name]
    with pytest.raises(NotAnAdvert, match=word) as refusal:
        read_advert(data, "page.html")
    assert "page.html" in refusal.value.message
    assert refusal.value.message.endswith(".")
    assert refusal.value.hint


def test_pasted_text_is_refused_without_a_file_name() -> None:
    with pytest.raises(NotAnAdvert, match=r"^This reads"):
        read_text("Buy milk and call the plumber about the tap in the kitchen.")
