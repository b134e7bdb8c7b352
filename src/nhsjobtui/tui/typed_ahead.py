"""What is typed faster than the program follows."""

from typing import TYPE_CHECKING

from textual.events import Key

if TYPE_CHECKING:
    from textual.widget import Widget
else:
    Widget = object  # the first base that is a widget gives the looks, and that is not this one


class TypedAhead(Widget):
    """A field that tab leaves at once: what was typed after it belongs to the field it goes to.

    Textual sends each key to the field that has the focus when the key comes, and moves the focus
    only once the field has let tab through.
    """

    def on_key(self, event: Key) -> None:
        """Go on, or send on what came too late for this field."""
        if self.screen.focused is not self:
            self.app.post_message(Key(event.key, event.character))
        elif not self.leave_by(event.key):
            return
        event.stop()
        event.prevent_default()

    def leave_by(self, key: str) -> bool:
        """Go on if the key says so; return whether it did."""
        if key == "tab":
            self.screen.focus_next()
        elif key == "shift+tab":
            self.screen.focus_previous()
        else:
            return False
        return True
