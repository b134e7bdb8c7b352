"""What panes say upwards: data, never a widget."""

from textual.message import Message


class Changed(Message):
    """Something of the person's was changed on an advert; `sentence` says what."""

    def __init__(self, advert_id: int, sentence: str) -> None:
        super().__init__()
        self.advert_id = advert_id
        self.sentence = sentence


class Said(Message):
    """A sentence for the status line."""

    def __init__(self, sentence: str, *, problem: bool = False) -> None:
        super().__init__()
        self.sentence = sentence
        self.problem = problem
