"""From the bytes or the text of a saved page to an Advert: no network, no disk, no clock."""
