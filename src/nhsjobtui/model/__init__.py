"""What an advert and an application are: named tuples and pure functions, no I/O."""
