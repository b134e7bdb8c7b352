"""What an advert and an application are: frozen dataclasses and pure functions, no I/O."""
