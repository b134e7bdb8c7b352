"""Invented words, adverts and pages in real shapes, the same ones every time."""
