"""The pictures in screenshots/ show the program as it is."""

import html
import re
from pathlib import Path

import make
import pytest

FOLDER = Path(make.__file__).parent


def words(svg: str) -> list[str]:
    """Return what an SVG of the screen says, without how it is drawn."""
    lines = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return [line for text in lines if (line := html.unescape(text).replace("\xa0", " ").strip())]


@pytest.mark.parametrize("picture", make.PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_is_current(picture: make.Picture, tmp_path: Path) -> None:
    kept = (FOLDER / f"{picture.name}.svg").read_text(encoding="utf-8")
    assert words(await make.draw(picture, tmp_path)) == words(kept)


def test_the_three_sizes_and_a_light_theme_are_among_them() -> None:
    assert {(80, 24), (120, 40), (200, 50)} <= {picture.size for picture in make.PICTURES}
    assert any(picture.theme == "nhs-light" for picture in make.PICTURES)
