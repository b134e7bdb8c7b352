"""The app: three panes, dialogs, keys and style."""

from nhsjobtui.paths import Paths


def open_app(paths: Paths, *, demo: bool = False) -> int:
    """Open the app on the library under `paths` and return its exit code."""
    from nhsjobtui.tui.app import NhsJobTuiApp

    app = NhsJobTuiApp(paths, demo=demo)
    app.run()
    return app.return_code or 0
