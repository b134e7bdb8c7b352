"""A person specification while it is being gathered."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class GatheredGroup:
    """A group and its criteria, by the spelling that tells them apart."""

    name: str
    essential: dict[str, str] = field(default_factory=dict)
    desirable: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Specification:
    """Groups being gathered; `assumed` is True where a class had to be supposed."""

    groups: dict[str, GatheredGroup] = field(default_factory=dict)
    assumed: bool = False
    elsewhere: bool = False

    def add(self, group: str, essential: bool, text: str) -> None:
        """Add a criterion, unless its group has it in that class."""
        text = text.strip()
        if not text:
            return
        name = group.casefold()
        if (entry := self.groups.get(name)) is None:
            entry = self.groups[name] = GatheredGroup(group)
        texts = entry.essential if essential else entry.desirable
        texts.setdefault(text.casefold().rstrip(".;:, "), text)

    def texts(self) -> set[str]:
        """Return all criteria, to compare prints by."""
        return {
            text for group in self.groups.values() for text in (*group.essential, *group.desirable)
        }
