"""The commands: one module a verb, no Textual."""
