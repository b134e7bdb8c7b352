"""From blocks to a draft: what each block belongs to, by the boards' own words."""

from collections.abc import Sequence, Set
from functools import cached_property
from itertools import islice

from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.classes import class_heading, end_mark
from nhsjobtui.reading.draft import Draft, Passage
from nhsjobtui.reading.ids import criterion_of, site_of
from nhsjobtui.reading.labels import fits
from nhsjobtui.reading.vocabulary import (
    BOARDS,
    FIND_A_JOB,
    NHS_JOBS,
    TRAC,
    Field,
    Part,
    Vocabulary,
    key,
)

_LONGEST_HEADING = 60
# Parts in which a label, or on Trac a heading, may have been made a list item.
_OPEN = frozenset({None, "details"})
_BOLD = 7
_FEWEST_HEADINGS = 3
_MOST_FIRST_SECTIONS = 40


def board_of(blocks: Sequence[Block], keys: Sequence[str], ids: Set[str]) -> Vocabulary | None:
    """Return the board whose ids, or else whose words, the blocks use most."""
    best = max(BOARDS, key=lambda board: len(ids & board.ids.keys()))
    if len(ids & best.ids.keys()) > 2:
        return best
    names = set(keys)
    for block in blocks:
        if block.kind == "pair":
            names.add(key(block.label))
        if ": " in block.text[:40]:
            names.add(key(block.text.partition(":")[0]))
    counts = [len(names & board.telling) + 2 * len(ids & board.ids.keys()) for board in BOARDS]
    return BOARDS[counts.index(max(counts))] if any(counts) else None


def assemble(blocks: Sequence[Block]) -> Draft:
    """Return what each block belongs to."""
    keys = [key(block.text) if len(block.text) <= _LONGEST_HEADING else "" for block in blocks]
    ids = {block.id for block in blocks}
    board = board_of(blocks, keys, ids)
    vocabulary = board or NHS_JOBS
    assembler = _Assembler(blocks, keys, vocabulary)
    assembler.draft.board = board.board if board else "unknown"
    assembler.draft.by_id = not ids.isdisjoint(vocabulary.ids)
    assembler.run()
    return assembler.draft


class _Assembler:
    """Walks the blocks, knowing which part of the advert it is in."""

    def __init__(
        self, blocks: Sequence[Block], keys: Sequence[str], vocabulary: Vocabulary
    ) -> None:
        self._blocks = blocks
        self._keys = keys
        self._words = vocabulary
        self.draft = Draft(vocabulary.board)
        self._part: Part | None = None
        self._into: list[Block] = self.draft.header
        self._opened_by_id = False
        headings = (
            name
            for block, name in zip(blocks, keys, strict=True)
            if block.kind == "heading" and block.level < _BOLD and name in vocabulary.headings
        )
        self._marked_up = len([*islice(headings, _FEWEST_HEADINGS)]) == _FEWEST_HEADINGS
        self._typed = self._typed_headings() if not self._marked_up else frozenset()

    def run(self) -> None:
        """Put every block where it belongs."""
        known, keys = self._words.known, self._keys
        prose = {"", *(name for name, to in self._words.ids.items() if to[0] == "section")}
        for index, block in enumerate(self._blocks):
            kind = block.kind
            if kind in {"item", "paragraph"} and block.id in prose:
                # Most of a page is this: a line that says what it is, if at all, by its words.
                may_be_named = keys[index] in known and (kind != "item" or self._part in _OPEN)
                if not may_be_named or not self._named(index, block):
                    self._plain(index, block)
            elif kind == "link":
                self.draft.links.append(block)
            elif kind == "document":
                self.draft.documents.append(block)
            elif kind == "end":
                if self._words is not NHS_JOBS:
                    self._open_part("aside")
            elif block.id and self._by_id(block):
                pass
            elif kind == "pair":
                self._pair(index, block)
            elif keys[index] not in known or not self._named(index, block):
                self._plain(index, block)

    def _by_id(self, block: Block) -> bool:
        """Place a block by its element's id; say whether the id told where."""
        if target := self._words.ids.get(block.id):
            if target[0] == "field":
                if block.kind != "start":
                    self.draft.fields.setdefault(target[1], []).append([block])
            elif target[0] == "part":
                self._open_part(target[1])
            else:
                return self._section_by_id(block, target[1])
            return True
        if criterion_of(block.id):
            self.draft.by_id = True
            if self._part != "specification":
                self._open_part("specification")
            self._into.append(block)
            return True
        if place := site_of(block.id):
            self.draft.sites.setdefault(place[1], {}).setdefault(place[0], block.text)
            return True
        return False

    def _section_by_id(self, block: Block, heading: str) -> bool:
        """Begin a section at its wrapper, or take what the wrapper itself holds."""
        if block.kind == "heading":
            self._open_section(block.text)
        elif block.kind == "start":
            passage = self.draft.sections[-1] if self._part == "section" else None
            if passage is None or passage.blocks:
                own = ""
                if self._into and self._into[-1].kind == "heading":
                    own = self._into.pop().text
                self._open_section(own or heading)
                self._opened_by_id = not own
        else:
            return False
        return True

    def _pair(self, index: int, block: Block) -> None:
        name = self._words.labels.get(key(block.label))
        if name and (self._part != "section" or fits(name, block.text)):
            if self._part in {None, "section", "frame"}:
                self._open_part("details")
            self._open_field(name)
            if block.text:
                self._into.append(block)
            elif self._part is None:
                self._open_part("details")
        else:
            text = f"{block.label}: {block.text}" if block.text else block.label
            self._plain(index, block._replace(kind="paragraph", text=text))

    def _named(self, index: int, block: Block) -> bool:
        """Act on a heading, a label or a line of the site's own; say whether it was one."""
        name = self._keys[index]
        if self._names_criteria(index, name):
            return False
        if (part := self._words.headings.get(name)) and self._heads(index, block, name, part):
            self._begin(part, block.text)
            return True
        if (label := self._words.labels.get(name)) and self._labels(index, block, label):
            self._open_field(label)
            return True
        if name in self._words.closers:
            if self._part is not None:
                self._open_part("aside")
            return True
        return name in self._words.noise

    def _names_criteria(self, index: int, name: str) -> bool:
        """Say whether a line names a group of criteria, though a section has that name too."""
        if self._part != "specification" or self._words.headings.get(name) == "specification":
            return False
        following = self._following(index)
        if following is None:
            return False
        heading = class_heading(following.text)
        if heading is not None:
            return not heading.group
        return following.kind == "item" and end_mark(following.text) is not None

    @cached_property
    def _exact(self) -> Set[str]:
        """Headings that stand somewhere on the page just as the board spells them."""
        lines = {block.text.removesuffix(":") for block in self._blocks}
        return {key(text) for text in self._words.spelt_headings if text in lines}

    def _heads(self, index: int, block: Block, name: str, part: Part) -> bool:
        """Say whether a line that reads like a heading is one."""
        if block.kind == "item" and not (self._words is TRAC and name in self._exact):
            return False
        if block.kind != "heading":
            if self._marked_up:
                return False
            if block.text.rstrip(" :") not in self._words.spelt_headings and name in self._exact:
                return False
        if part == "section" and block.kind != "heading" and index in self._typed:
            return False
        if part == "frame" and self._part == "section" and block.kind != "heading":
            return self._next_is_named(index)
        if part == "details":
            return self._part is None or self._next_is_named(index)
        if self._words is FIND_A_JOB and part == "section":
            return not any(passage.blocks for passage in self.draft.sections[-1:])
        return True

    def _typed_headings(self) -> frozenset[int]:
        """Return where a line in prose only looks like a heading.

        The section of its name follows later, after one that comes before it on the board.
        """
        order = self._words.order
        found = [
            (place, order.index(name)) for place, name in enumerate(self._keys) if name in order
        ]
        if len(found) > _MOST_FIRST_SECTIONS:
            return frozenset()
        typed = set()
        for number, (place, rank) in enumerate(found):
            again = next((at for at, other in found[number + 1 :] if other == rank), 0)
            seen = {other for _, other in found[:number]}
            if any(
                place < at < again and other < rank and other not in seen for at, other in found
            ):
                typed.add(place)
        return frozenset(typed)

    def _next_is_named(self, index: int) -> bool:
        following = self._following(index)
        if following is None:
            return False
        name = key(following.label if following.kind == "pair" else following.text)
        return (
            name in self._words.headings
            or name in self._words.labels
            or key(following.text.partition(":")[0]) in self._words.labels
            or bool(following.id)
        )

    def _following(self, index: int) -> Block | None:
        return self._blocks[index + 1] if index + 1 < len(self._blocks) else None

    def _labels(self, index: int, block: Block, label: Field) -> bool:
        """Say whether a line that reads like a label is one here."""
        following = self._following(index)
        if self._part in {"details", "employer"}:
            return True
        if block.kind == "item" or following is None:
            return False
        return self._part in {None, "section", "frame", "aside"} and fits(label, following.text)

    def _begin(self, part: Part, heading: str) -> None:
        if part in {"section", "frame"}:
            passage = self.draft.sections[-1] if self._part == "section" else None
            if self._opened_by_id and passage and not passage.blocks:
                passage.heading = heading
                self._opened_by_id = False
            else:
                self._open_section(heading)
        else:
            self._open_part(part)

    def _open_section(self, heading: str) -> None:
        self.draft.sections.append(Passage(heading))
        self._part, self._into = "section", self.draft.sections[-1].blocks
        self._opened_by_id = False

    def _open_part(self, part: Part) -> None:
        self._part = part
        if part == "specification":
            if not self.draft.specifications or self.draft.specifications[-1]:
                self.draft.specifications.append([])
            self._into = self.draft.specifications[-1]
        elif part == "contact":
            self._into = self.draft.contact
        elif part == "documents":
            self._into = self.draft.documents
        else:
            self._into = []

    def _open_field(self, name: Field) -> None:
        if self._part in {None, "section", "frame", "aside"}:
            self._part = "details"
        values: list[Block] = []
        self.draft.fields.setdefault(name, []).append(values)
        self._into = values

    def _plain(self, index: int, block: Block) -> None:
        """Keep a block in the part it stands in."""
        if self._part in _OPEN and (": " in block.text[:42] or block.text.endswith(":")):
            label, _, value = block.text.partition(":")
            name = self._words.labels.get(key(label))
            if name and block.kind != "heading":
                self._open_field(name)
                if value.strip():
                    self._into.append(block._replace(text=value.strip()))
                return
        self._into.append(block)
