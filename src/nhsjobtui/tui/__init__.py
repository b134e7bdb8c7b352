"""The app: three panes, dialogs, keys and style."""
