"""The one SQLite file that holds every advert and everything the person added."""
