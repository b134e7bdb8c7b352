"""The app: three panes, dialogs, keys and style."""

from nhsjobtui.paths import Paths

_FRAMES = "240"
"""Frames a second at most: what follows a first frame is seen sooner than with Textual's 60."""
_TURN = 0.0005
"""Seconds that a thread may keep a key waiting; Python's own five milliseconds can be felt."""


def open_app(paths: Paths, *, demo: bool = False, offline: bool | None = None) -> int:
    """Open the app on the library under `paths` and return its exit code."""
    import os
    import sys

    os.environ.setdefault("TEXTUAL_FPS", _FRAMES)
    from nhsjobtui.tui.app import NhsJobTuiApp

    sys.setswitchinterval(_TURN)
    app = NhsJobTuiApp(paths, demo=demo, offline=offline)
    app.run()
    return app.return_code or 0
