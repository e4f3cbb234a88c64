"""Lines that define groups in the body, as the definitions that they are; and lines that only look like one."""

from collections.abc import Iterable
from dataclasses import replace

from thads_dsl.check.names.groups_in_passing import LISTED, lines_of_nobody
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.source import Passage
from thads_dsl.syntax import tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.sentences import ReadText, Sentence, as_prose
from thads_dsl.vocabulary import Vocabulary


def as_definition(read: ReadText, text: Passage, vocabulary: Vocabulary, names: NameTable) -> ReadText:
    """“Nhóm 1: dưới 300 việc” as the definition that it is, and no target of the group."""
    if LISTED.fullmatch(text.text) is None or text.line not in {phrase.line for _, phrase in vocabulary.by_figures}:
        return read
    whole = text.cut(0, len(text.text.rstrip(" .;,")))
    lexemes = lex(whole, names)
    behind = next((at + 1 for at, lexeme in enumerate(lexemes) if lexeme.terminal == "COLON"), len(lexemes))
    having = [replace(lexeme, terminal="HAVING", text="", end=lexeme.start) for lexeme in lexemes[behind : behind + 1]]
    said = read_tokens(lexemes, ("grouping",)) or read_tokens((*lexemes[:behind], *having, *lexemes[behind:]), ("grouping",))
    return read if said is None else ReadText(None, False, (Sentence(whole, lexemes, said),))


def without_undefined(read: ReadText, vocabulary: Vocabulary, told: Iterable[Diagnostic]) -> ReadText:
    """“Cá nhân: Chấp hành viên có từ 300 việc”, which looks like a definition and defines no group, as the words that it is.

    `told` are the complaints about definitions: what they are about stays one.
    """
    groups = {name.casefold() for name, _ in vocabulary.by_figures}
    lines = lines_of_nobody(told)

    def defines(sentence: Sentence) -> bool:
        said = sentence.statement
        if not isinstance(said, tree.Grouping) or not said.by_figures:
            return True
        return said.by_figures.casefold() in groups or said.span.line in lines

    return replace(read, sentences=tuple(each if defines(each) else as_prose(each) for each in read.sentences))
