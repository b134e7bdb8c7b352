"""Reads one print of a person specification from the order and the look of its lines."""

import re
from collections.abc import Sequence

from nhsjobtui.reading.bare_list import desirables_lead, gap_in_lists
from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.classes import ClassHeading, class_heading, end_mark, start_mark
from nhsjobtui.reading.gathered import Specification
from nhsjobtui.reading.groups import (
    could_be_group,
    group_name,
    is_typical_group,
    is_usual_group,
)
from nhsjobtui.reading.spec_blocks import prepare
from nhsjobtui.reading.spec_end import end_of

_ELSEWHERE = re.compile(
    r"\b(?:see|refer|attached|attachment|download|document|supporting|job description|JD|N/?A)\b",
    re.IGNORECASE,
)
_REAL_LEVELS = range(1, 7)
_GROUP_ID = "skill_category_"


class Reader:
    """Walks one print of a specification."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = prepare(blocks)
        self._classes: list[ClassHeading | None] = []
        self._inline: dict[int, str] = {}
        self._found = Specification()
        self._group = ""
        self._essential: bool | None = None
        self._class_first = False

    def read(self) -> Specification:
        """Return what this print says."""
        blocks = self._blocks
        if not blocks:
            return self._found
        self._bulleted = any(block.kind == "item" for block in blocks)
        self._marked_up = any(block.kind == "heading" for block in blocks)
        self._marks = self._uses_marks()
        self._classes = [self._class_of(index) for index in range(len(blocks))]
        # Where some groups have real headings, no paragraph is one.
        self._headed = any(
            (block.level in _REAL_LEVELS or block.id.startswith(_GROUP_ID)) and heading is None
            for block, heading in zip(blocks, self._classes, strict=True)
        )
        if not any(self._classes) and not self._marks and self._is_elsewhere():
            self._found.elsewhere = True
            return self._found
        self._last_class = max(
            (place for place, heading in enumerate(self._classes) if heading), default=-1
        )
        self._class_first = self._classes_hold_groups()
        self._kinds_name_groups = self._kinds_differ()
        self._gap = gap_in_lists(blocks, self._classes)
        self._desirables_first = desirables_lead(blocks, self._classes, self._inline)
        runs: list[tuple[str, bool | None, list[Block]]] = []
        for index in range(end_of(blocks, self._last_class)):
            self._step(index, runs)
        for group, essential, run in runs:
            self._add_run(group, essential, run)
        return self._found

    # --- what a block is

    def _uses_marks(self) -> bool:
        """Say whether most criteria carry their class at their end."""
        marked = [block for block in self._blocks if end_mark(block.text)]
        items = sum(block.kind == "item" for block in self._blocks)
        if items:
            return sum(block.kind == "item" for block in marked) * 2 > items
        return len(marked) > 2 and len(marked) * 2 >= len(self._blocks)

    def _class_of(self, index: int) -> ClassHeading | None:
        """Return the class that a block is the heading of, or begins with."""
        block = self._blocks[index]
        heading = class_heading(block.text)
        if heading is None:
            if block.kind in {"item", "pair"} or (inline := start_mark(block.text)) is None:
                return None
            self._inline[index] = inline[1]
            return inline[0]
        if not heading.group:
            return heading
        if self._marks or block.kind == "item":
            return None
        if block.kind == "heading":
            return heading
        if not heading.set_off or not could_be_group(heading.group):
            return None
        if is_usual_group(heading.group):
            return heading
        following = self._blocks[index + 1] if index + 1 < len(self._blocks) else None
        return heading if following is not None and following.kind == "item" else None

    def _is_elsewhere(self) -> bool:
        if any(block.kind == "item" for block in self._blocks):
            return False
        return len(self._blocks) <= 3 and any(
            _ELSEWHERE.search(block.text) for block in self._blocks
        )

    def _classes_hold_groups(self) -> bool:
        """Say whether groups stand under classes, rather than classes under groups."""
        places = [index for index, heading in enumerate(self._classes) if heading]
        if not places or self._classes[places[0]] is None:
            return False
        first = places[0]
        if any(self._may_be_group(index) for index in range(first)):
            return False
        if any(heading.group for heading in self._classes if heading):
            return False
        named = [
            index
            for index in range(first + 1, len(self._blocks))
            if self._blocks[index].kind != "item"
            and self._classes[index] is None
            and self._names_group_in_class(index)
        ]
        followed = [
            index for index in named if index + 1 < len(self._classes) and self._classes[index + 1]
        ]
        return len(named) > len(followed) and first + 1 in named

    def _may_be_group(self, index: int) -> bool:
        block = self._blocks[index]
        return (
            block.kind == "heading" or (block.kind != "item" and could_be_group(block.text))
        ) and self._classes[index] is None

    def _names_group_in_class(self, index: int) -> bool:
        block = self._blocks[index]
        if block.kind == "heading":
            return True
        if not could_be_group(block.text) or index + 1 >= len(self._blocks):
            return False
        following = self._blocks[index + 1]
        if self._bulleted:
            return following.kind == "item"
        return is_typical_group(block.text) and self._classes[index + 1] is None

    # --- the walk

    def _step(self, index: int, runs: list[tuple[str, bool | None, list[Block]]]) -> None:
        block, heading = self._blocks[index], self._classes[index]
        if heading is not None:
            if heading.group:
                self._group = group_name(heading.group)
            elif self._kinds_name_groups and heading.kind:
                self._group = heading.kind
            self._essential = heading.essential
            rest = self._inline.get(index)
            same_line = [block._replace(text=rest, kind="paragraph")] if rest else []
            runs.append((self._group, self._essential, same_line))
        elif block.kind == "pair" or (inline := start_mark(block.text)) is None:
            self._line(index, runs)
        else:
            self._essential = inline[0].essential
            runs.append(
                (self._group, self._essential, [block._replace(text=inline[1], kind="paragraph")])
            )

    def _kinds_differ(self) -> bool:
        """Say whether "Essential Skills", "Essential Experience" stand in for groups."""
        if any(self._is_group(index) for index in range(len(self._blocks))):
            return False
        for essential in (True, False):
            kinds = [
                heading.kind.casefold()
                for heading in self._classes
                if heading and heading.essential is essential
            ]
            if len(set(kinds)) > 1 and len(set(kinds)) == len(kinds):
                return True
        return False

    def _line(self, index: int, runs: list[tuple[str, bool | None, list[Block]]]) -> None:
        block = self._blocks[index]
        if self._is_group(index):
            self._group = group_name(block.text)
            if not self._class_first:
                self._essential = None
            runs.append((self._group, self._essential, []))
        elif self._is_introduction(index):
            return
        else:
            if not runs:
                runs.append((self._group, self._essential, []))
            runs[-1][2].append(block)

    def _is_introduction(self, index: int) -> bool:
        """Say whether prose stands before the first group or class."""
        block = self._blocks[index]
        return (
            block.kind == "paragraph"
            and self._essential is None
            and not self._group
            and (index < self._last_class or block.text.endswith(":"))
            and (len(block.text) > 90 or block.text.endswith((".", ":")))
        )

    def _is_group(self, index: int) -> bool:
        block = self._blocks[index]
        if self._classes[index] is not None or block.kind == "item":
            return False
        if block.kind == "heading" or block.id.startswith(_GROUP_ID):
            return True
        if self._headed or not could_be_group(block.text) or index + 1 >= len(self._blocks):
            return False
        following = self._classes[index + 1]
        if self._bulleted:
            return self._group_among_bullets(index, following)
        if self._marked_up:
            return following is not None and is_usual_group(block.text)
        if self._marks:
            return (
                end_mark(block.text) is None and end_mark(self._blocks[index + 1].text) is not None
            )
        return self._group_among_lines(index, following)

    def _group_among_bullets(self, index: int, following: ClassHeading | None) -> bool:
        if following is not None:
            return not following.group and class_heading(self._blocks[index].text) is None
        if self._blocks[index + 1].kind != "item":
            return False
        text = self._blocks[index].text
        if self._essential is None or self._class_first:
            return class_heading(text) is None
        return is_usual_group(text) and not self._marked_up

    def _group_among_lines(self, index: int, following: ClassHeading | None) -> bool:
        """Say whether a line names a group where criteria have no bullets either."""
        text = self._blocks[index].text
        if following is None:
            if self._class_first or self._last_class < 0:
                return is_typical_group(text)
            return index == 0 and bool(any(self._classes[:3]))
        if following.group:
            return False
        under_class = self._classes[index - 1] is not None and index - 1 not in self._inline
        if index == 0 or under_class:
            # Straight under a class heading a line is that class's one criterion.
            return index == 0 or is_typical_group(text)
        if class_heading(text) is not None:
            return False
        if self._essential is None or following.essential == self._essential:
            return True
        if self._gap is not None:
            return self._blocks[index].gap > self._gap
        if is_typical_group(text):
            return True
        return following.essential is not self._desirables_first

    # --- the criteria of one list

    def _add_run(self, group: str, essential: bool | None, run: list[Block]) -> None:
        for text in self._texts(run):
            own = end_mark(text) if essential is None or self._marks else None
            if own is not None:
                self._found.add(group, own[1], own[0])
            elif essential is None:
                self._found.assumed = True
                self._found.add(group, True, text)
            else:
                self._found.add(group, essential, text)

    def _texts(self, run: list[Block]) -> list[str]:
        """Return the criteria of a list; some hold several, parted by semicolons."""
        texts: list[str] = []
        for block in run:
            text = f"{block.label}: {block.text}" if block.kind == "pair" else block.text
            parts = [part.strip() for part in text.split(";") if part.strip()]
            alone = len(run) == 1
            several = len(parts) > 2 or (len(parts) == 2 and alone and block.kind != "item")
            if several and (alone or block.kind != "item"):
                texts += [*parts[:-1], parts[-1].rstrip(".")]
            else:
                texts.append(text)
        return texts
