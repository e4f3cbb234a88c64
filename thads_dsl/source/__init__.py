"""Text and places: what the author typed, and where."""

from thads_dsl.source.fold import canonical, fold, plain
from thads_dsl.source.loading import Load, nothing, too_large
from thads_dsl.source.text import Passage, SourceText, Span

__all__ = ["Load", "Passage", "SourceText", "Span", "canonical", "fold", "nothing", "plain", "too_large"]
