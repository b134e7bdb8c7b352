"""A page's fields by BeautifulSoup with html.parser, as most scrapers have it."""

from bs4 import BeautifulSoup, Tag

from benchmarks.peers.fields import CRITERIA, DOCUMENTS, GROUPS, HEADINGS, IDS, PROSE


def read(page: bytes) -> dict[str, object]:
    """Return the text of each field, criterion and document."""
    soup = BeautifulSoup(page, "html.parser")
    found: dict[str, object] = {}
    for name in IDS:
        tag = soup.find(id=name)
        found[name] = tag.get_text(strip=True) if tag is not None else None
    for name in PROSE:
        parts: list[str] = []
        tag = soup.find(id=name)
        if tag is not None:
            parts.append(tag.get_text())
            for sibling in tag.next_siblings:
                if isinstance(sibling, Tag) and sibling.name in HEADINGS:
                    break
                parts.append(sibling.get_text())
        found[name] = "\n".join(parts).strip()
    found["groups"] = [tag.get_text(strip=True) for tag in soup.select(GROUPS)]
    found["criteria"] = [(tag["id"], tag.get_text(strip=True)) for tag in soup.select(CRITERIA)]
    found["documents"] = [tag.get("value") for tag in soup.select(DOCUMENTS)]
    return found
