"""Bands of figures, in targets and in points: how they are said, where their rows stand, what would close a gap or end an overlap."""
