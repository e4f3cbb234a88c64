"""A sentence that no family reads, as the complaints about it see it."""

from dataclasses import dataclass
from functools import cached_property

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.suspicion import Sign, awards_counted, loose_numbers, sign
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.sentences import Sentence


@dataclass(frozen=True)
class UnreadSentence:
    """A sentence in its line; whether what it was meant to be may be guessed, which costs as much as reading ten lines."""

    facts: Facts
    line: Line
    sentence: Sentence
    guess: bool

    @cached_property
    def numbers(self) -> list[Lexeme]:
        """Its numbers that no date, place or name has taken."""
        return loose_numbers(self.sentence.lexemes)

    @cached_property
    def sign(self) -> Sign | None:
        """The words that make it look like a rule."""
        scope, lexemes = self.line.scope, self.sentence.lexemes
        found = sign(lexemes, expected=scope.expects_rules and not scope.excluding)
        return found or (None if scope.excluding or scope.lead_in is not None else awards_counted(lexemes))
