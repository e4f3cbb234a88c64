"""Items of the outline → what each line says: a context for itself or for others, and sentences."""

from __future__ import annotations

from thads_dsl.source import Passage
from thads_dsl.syntax import award_tree, condition_tree, date_tree, tree
from thads_dsl.syntax.change_sentences import CHANGING, read_changes, table_changes
from thads_dsl.syntax.class_rows import with_classes_named
from thads_dsl.syntax.colons import is_for_all, read_after_colon
from thads_dsl.syntax.contexts import done_to, for_award, is_led, leaving_out, places_of, strangers_named, titled, wants_of_nothing
from thads_dsl.syntax.lexer import Lexed, lexed
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.sentences import (
    CONTEXTS,
    ReadText,
    as_prose,
    clauses_of,
    each_target,
    read_part,
    unjoined,
)
from thads_dsl.syntax.stops import split

_OF_NUMBERS = frozenset(("REWARD", "TITLE", "TITLED", "WAVE", "DURING"))  # with what a number begins that says what it is for


def read_text(passage: Passage, names: NameTable, heading: bool) -> ReadText:
    """The text of a line. A `heading` (an item with others inside it) may be a context without a colon."""
    passage = unjoined(passage)
    text = lexed(with_classes_named(passage), names)
    if changes := table_changes(text):
        return ReadText(None, False, changes)
    if text.lexemes and text.lexemes[0].terminal in CHANGING and (changes := read_changes(passage)):
        return ReadText(None, False, changes)
    alone = len(list(split(text, "."))) == 1  # free words of a sentence never reach into the next one
    whole = read_part(text) if alone else as_prose(read_part(text, ()))
    if heading or passage.text.endswith(":"):
        whole = leaving_out(whole)
    if heading and alone and (above := titled(text, whole)) is not None:
        return ReadText(above, True, ())
    if heading and alone and wants_of_nothing(whole) and whole.lexemes[0].terminal == "ASSIGNED":
        return ReadText(None, False, (as_prose(whole),))  # “2. Chỉ tiêu được giao”: what the lines below say
    if isinstance(whole.statement, date_tree.Wave) and whole.statement.first is not None and not passage.text.endswith(":"):
        return ReadText(whole, heading, ())
    if (award := for_award(whole) or places_of(text)) is not None and (heading or passage.text.endswith(":")):
        return ReadText(award, True, (whole,))
    opens = isinstance(whole.statement, CONTEXTS)
    if opens or (passage.text.endswith(":") and not isinstance(whole.statement, condition_tree.Dossier | date_tree.WaveCount)):
        governs = opens and (passage.text.endswith(":") or heading or is_led(whole))
        context = whole if governs else strangers_named(whole) or done_to(text, whole)
        return ReadText(context, True, ()) if context else ReadText(None, False, (as_prose(whole),))
    if whole.statement is None and heading and (strangers := strangers_named(whole) or done_to(text, whole)) is not None:
        led = read_after_colon(text)
        known = led is not None and led.context is not None and not isinstance(led.context.statement, tree.Strangers)
        return led if led is not None and known else ReadText(strangers, True, ())
    if isinstance(whole.statement, date_tree.Deadline | date_tree.DeadlineWithin):
        led = read_after_colon(text)  # “Đối với X: gửi hồ sơ trước ngày D”: free words would swallow whom it is for
        return led if led is not None and led.context is not None else ReadText(None, False, (whole,))
    if isinstance(whole.statement, tree.Target | tree.Targets) and (led := read_after_colon(text)) is not None and is_for_all(led):
        return led
    if isinstance(whole.statement, award_tree.Quota) and (whole.statement.whom or text.lexemes[0].terminal in _OF_NUMBERS):
        led = read_after_colon(text)  # “Tập thể: 02 tập thể; …”, “Giấy khen: 10 cá nhân”: of the whole line
        return led if led is not None and led.context is not None else ReadText(None, False, (whole,))
    if whole.statement is not None:
        return ReadText(None, False, tuple(each_target(whole)))
    if _with_colons_of_their_own(text):
        return ReadText(None, False, tuple(clauses_of(text)))
    return read_after_colon(text) or ReadText(None, False, tuple(clauses_of(text, whole=whole if alone else None)))


def _with_colons_of_their_own(text: Lexed) -> bool:
    """“Hạng A: …; Hạng B: …”, “Kỳ số liệu đợt 1: …; kỳ số liệu đợt 2: …”, “Hồ sơ gồm: …; …”."""
    signs = [lexeme.terminal for lexeme in text.lexemes]
    return signs[:1] in (["CLASS"], ["DOSSIER_HOLDS"]) or (signs[:1] == ["MEASURED_OVER"] and signs.count("MEASURED_OVER") > 1)
