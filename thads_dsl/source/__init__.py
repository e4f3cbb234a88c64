"""Text and places: what the author typed, and where."""

from thads_dsl.source.fold import canonical, fold, plain
from thads_dsl.source.text import Passage, SourceText, Span

__all__ = ["Passage", "SourceText", "Span", "canonical", "fold", "plain"]
