"""The preparing view; it is imported when it is first opened."""
