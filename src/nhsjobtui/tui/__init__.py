"""The app: three panes, dialogs, keys and style."""

from nhsjobtui.paths import Paths


def open_app(paths: Paths, *, demo: bool = False) -> int:
    """Open the app on the library under `paths` and return its exit code."""
    from nhsjobtui.tui.app import NhsJobTuiApp

    return NhsJobTuiApp(paths, demo=demo).run() or 0
