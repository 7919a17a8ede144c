"""Starts ministack 1.5.33, with the corrections the platform needs, for the life of its parent."""
