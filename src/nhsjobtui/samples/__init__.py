"""Invented adverts for the demo."""
