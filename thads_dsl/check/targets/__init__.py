"""Targets with their bands: of which statistic, of whom, compared with what."""
