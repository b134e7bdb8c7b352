"""A page's fields by bare selectolax: nothing cleaned, nothing understood."""

from selectolax.lexbor import LexborHTMLParser

from benchmarks.peers.fields import CRITERIA, DOCUMENTS, GROUPS, HEADINGS, IDS, PROSE


def read(page: bytes) -> dict[str, object]:
    """Return the text of each field, criterion and document."""
    tree = LexborHTMLParser(page)
    found: dict[str, object] = {}
    for name in IDS:
        node = tree.css_first(f"#{name}")
        found[name] = node.text().strip() if node is not None else None
    for name in PROSE:
        parts: list[str] = []
        node = tree.css_first(f"#{name}")
        while node is not None and node.tag not in HEADINGS:
            parts.append(node.text())
            node = node.next
        found[name] = "\n".join(parts).strip()
    found["groups"] = [node.text().strip() for node in tree.css(GROUPS)]
    found["criteria"] = [
        (node.attributes["id"], node.text().strip()) for node in tree.css(CRITERIA)
    ]
    found["documents"] = [node.attributes.get("value") for node in tree.css(DOCUMENTS)]
    return found
