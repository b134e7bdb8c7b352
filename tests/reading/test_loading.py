"""Reading loads no more than the page at hand needs."""

import subprocess
import sys

import pytest

from tests.reading import pages

CODE = """
import sys
from nhsjobtui.reading import read_advert
read_advert(sys.stdin.buffer.read())
print(*sys.modules)
"""


def loaded(page: str) -> set[str]:
    """Return the modules loaded once a page is read."""
    done = subprocess.run(
        [sys.executable, "-c", CODE], input=page.encode(), capture_output=True, check=True
    )
    return set(done.stdout.decode().split())


def test_a_text_needs_neither_an_html_parser_nor_the_e_mail_package() -> None:
    modules = loaded(pages.nhs_text())
    assert "nhsjobtui.reading.text_reader" in modules
    unwanted = {"selectolax", "email.message", "socket", "nhsjobtui.reading.oneline"}
    assert not modules & (unwanted | {"nhsjobtui.reading.stream"})


@pytest.mark.parametrize("page", [pages.nhs_html(), pages.TRAC_HTML], ids=["nhs", "trac"])
def test_a_page_needs_the_html_parser_alone(page: str) -> None:
    modules = loaded(page)
    assert "selectolax" in modules
    assert not modules & {"email.message", "socket"}
