"""Forms: NHS Jobs makes each attached document one."""

from collections.abc import Iterator, Mapping

from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.tags import unescape
from nhsjobtui.reading.text import tidy


class Form:
    """An open form, and what its inputs have told."""

    __slots__ = ("_action", "_is_document", "_name")

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self._action = attributes.get("action", "")
        self._is_document = False
        self._name = ""

    def take(self, attributes: Mapping[str, str]) -> None:
        """Note what an input tells."""
        if attributes.get("name") == "document":
            self._is_document = True
        elif attributes.get("type") == "submit":
            self._name = attributes.get("value", "")

    def blocks(self) -> Iterator[Block]:
        """Yield the document that the form is, and where it leads."""
        if self._is_document and self._name:
            yield Block("document", " ".join(tidy(unescape(self._name)).split()))
        if action := unescape(self._action):
            yield Block("link", "", id="form", href=action)
