"""Votes in the General Assembly: resolutions by members, and with whom each member voted."""
