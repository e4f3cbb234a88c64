"""Who a sentence is for: its own words, or those of its context."""

from collections.abc import Sequence
from dataclasses import replace

from thads_dsl.check.draft import Scope
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.nobody_left import left_without_anybody
from thads_dsl.check.names.unsaid import no_subject
from thads_dsl.check.targets.regions import region_of, rest_of
from thads_dsl.check.targets.remaining import around, named_beside
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH212, TH218, TH219
from thads_dsl.model.statistics import Base, Kind, Subject
from thads_dsl.source import Passage, Span, plain
from thads_dsl.syntax import tree
from thads_dsl.syntax.sentences import read_sentence


def subject(lowering: Lowering, own: tuple[tree.Subject, ...], scope: Scope, at: Span) -> Subject | None:
    """The subject that the sentence names; “đơn vị”, “tập thể”, “cá nhân” alone mean the context's one of that kind."""
    outer = united(lowering, scope.subjects, scope.wave) if scope.subjects else None
    named = united(lowering, own, scope.wave) if own else None
    if named is not None:
        is_base = not named.any_of and not named.none_of
        if is_base and outer is not None and outer.base is named.base:
            return outer
        return _grouped(lowering, named) if is_base else named
    if own:
        return None  # complained of where it is named; the context's is somebody else
    if outer is None and not scope.subjects and scope.strangers is None:
        lowering.found += no_subject(lowering, at, in_standards=scope.lead_in is not None)
    return outer


def _grouped(lowering: Lowering, named: Subject) -> Subject:
    """“đơn vị” after “… (sau đây gọi chung là đơn vị)”."""
    members = next((members for base, members in lowering.draft.vocabulary.groups if base is named.base), ())
    return Subject(" và ".join(members), named.base, members) if members else named


def united(lowering: Lowering, phrases: tuple[tree.Subject, ...], wave: str) -> Subject | None:
    """Several phrases as one subject; None, with a complaint, where they are no one subject."""
    each = [found for phrase in phrases if (found := alone(lowering, phrase, wave)) is not None]
    if len(each) < len(phrases):
        return None
    if len(each) == 1:
        return each[0]
    if len({found.base for found in each}) > 1:
        lowering.found.append(_mixed(phrases, "câu này nói về cả tập thể và cá nhân"))
        return None
    if any(found.none_of for found in each):
        lowering.found.append(_mixed(phrases, "câu này gộp một loại với “không là …”"))
        return None
    if any(not found.any_of for found in each):
        return next(found for found in each if not found.any_of)
    any_of = tuple(dict.fromkeys(name for found in each for name in found.any_of))
    return Subject(" và ".join(found.name for found in each), each[0].base, any_of)


def by_base(lowering: Lowering, phrases: Sequence[tree.Subject]) -> dict[Base, tuple[tree.Subject, ...]]:
    """“tập thể, cá nhân” apart: those that are collectives, and those that are individuals, in the order of the text."""
    found: dict[Base, tuple[tree.Subject, ...]] = {}
    for phrase in phrases:
        kind = lowering.draft.vocabulary.kind(phrase.name.canonical)
        assert kind is not None, phrase  # the lexer gives declared names only
        found[kind.base] = (*found.get(kind.base, ()), phrase)
    return found


def _mixed(phrases: tuple[tree.Subject, ...], message: str) -> Diagnostic:
    return Diagnostic(
        code=TH212,
        message=message,
        at=Label(phrases[0].span),
        also=(Label(phrases[-1].span),) if len(phrases) > 1 else (),
        why="Mỗi bên xét theo số liệu riêng; hãy tách thành hai dòng.",
    )


def alone(lowering: Lowering, phrase: tree.Subject, wave: str = "") -> Subject | None:
    """A subject phrase without its context; None, after a complaint, where it joins kinds that have nothing in common."""
    found = one_subject(lowering, phrase, wave)
    named = {each.canonical for each in (phrase.name, phrase.narrowed) if each is not None}
    if found is None and lowering.unread_groups.isdisjoint(named):
        lowering.found.append(_apart(phrase))
    return found if found is None else without(lowering, found, phrase.but_for, phrase.span)


def without(lowering: Lowering, whole: Subject, left_out: tuple[tree.NameRef, ...], at: Span) -> Subject | None:
    """The same but for those behind “trừ”; None, after a complaint, where they are all of them. `at`: where the whole is named."""
    if left_out and nobody_left(lowering, whole, tuple(each.canonical for each in left_out)):
        lowering.found.append(left_without_anybody(lowering.draft.source, whole.name, at, left_out))
        return None
    lowering.left_out += ((whole, each) for each in left_out)
    return replace(whole, none_of=tuple(dict.fromkeys((*whole.none_of, *(each.canonical for each in left_out)))))


def _apart(phrase: tree.Subject) -> Diagnostic:
    """“công chức không là Chấp hành viên” where the plan has them as two kinds; “Phòng là Chấp hành viên”."""
    assert phrase.narrowed is not None  # a name alone is one subject
    name, other = phrase.name.canonical, phrase.narrowed.canonical
    if not phrase.negated:
        return _mixed((phrase,), "hai tên này không cùng chỉ một đối tượng")
    return Diagnostic(
        code=TH212,
        message=f"theo phần không in, “{name}” không gồm {other}",
        at=Label(phrase.span),
        why=f"“{name}” và “{other}” là hai loại riêng, nên “không là {other}” không bớt được ai.",
        ways=(
            Way(f"Nếu là mọi người không là {other}:", f"cá nhân không là {other}"),
            Way(f"Nếu chỉ là {name}:", name),
        ),
    )


def one_subject(lowering: Lowering, phrase: tree.Subject, wave: str = "") -> Subject | None:
    """A subject phrase without its context; None where “A là B” joins kinds that have nothing in common, or nobody can tell who it is.

    A group that is told by figures is told by those of the `wave`.
    """
    vocabulary = lowering.draft.vocabulary
    kind = vocabulary.kind(phrase.name.canonical)
    assert kind is not None, phrase  # the lexer gives declared names only
    grouped = next((text for name, text in vocabulary.by_figures if name == kind.name), None)
    if grouped is not None:
        return group(lowering, kind, grouped, phrase, wave)
    own = () if kind.name in {base.value for base in Base} else (kind.name,)
    if phrase.gloss is not None and phrase.gloss.canonical != kind.name:
        lowering.found.append(_wrong_gloss(phrase.gloss, kind.name))
    if phrase.remaining:
        return _rest(lowering, phrase, Subject(kind.name, kind.base, own), wave)
    if phrase.narrowed is None:
        return Subject(kind.name, kind.base, own)
    narrowed = vocabulary.kind(phrase.narrowed.canonical)
    if narrowed is None or narrowed.base is not kind.base or (own and kind.name not in narrowed.parents):
        return None
    if (figures := next((text for name, text in vocabulary.by_figures if name == narrowed.name), None)) is not None and not phrase.negated:
        return group(lowering, narrowed, figures, phrase, wave)  # “các đơn vị Nhóm 1”
    if phrase.negated:
        return Subject(f"{kind.name} không là {narrowed.name}", kind.base, own, (narrowed.name,))
    return Subject(narrowed.name, narrowed.base, (narrowed.name,))


def _rest(lowering: Lowering, phrase: tree.Subject, all_of_them: Subject, wave: str) -> Subject:
    """“Các đơn vị còn lại”: those whom the lines around are for, without those named beside."""
    phrases = () if all_of_them.any_of else around(lowering, phrase)
    outer = united(lowering, phrases, wave) if phrases else None
    whole = outer if outer is not None and outer.base is all_of_them.base else all_of_them
    beside = named_beside(lowering, phrase)
    return replace(whole, name=f"{whole.name} còn lại", none_of=tuple(dict.fromkeys((*whole.none_of, *beside))))


def group(lowering: Lowering, kind: Kind, text: Passage, phrase: tree.Subject, wave: str = "") -> Subject | None:
    """A group that is told by figures: those of its kind that lie there; None, with a complaint, where nobody can tell who they are."""
    if kind.name in lowering.unread_groups:
        return None
    found = None
    if kind.name in lowering.groups_in_reading:
        lowering.found.append(_group_unread(text))  # a definition that leads back to itself is none
    else:
        lowering.groups_in_reading.add(kind.name)
        found = _read_group(lowering, kind, text, phrase, wave)
        lowering.groups_in_reading.remove(kind.name)
    if found is None:
        lowering.unread_groups.add(kind.name)
    return found


def _read_group(lowering: Lowering, kind: Kind, text: Passage, phrase: tree.Subject, wave: str) -> Subject | None:
    read = read_sentence(text, lowering.draft.names, ("context",)).statement
    is_rest = isinstance(read, tree.Context) and read.having is None and any(each.remaining for each in read.subjects)
    if is_rest or plain(text.text) == "con lai":
        return _rest_of_groups(lowering, kind, text, phrase, wave)
    if not isinstance(read, tree.Context) or read.having is None or len(read.subjects) != 1:
        lowering.found.append(_group_unread(text))
        return None
    own = alone(lowering, read.subjects[0])
    where = region_of(lowering, Scope(wave=wave), read.having, None, ())
    return None if own is None or where is None else replace(own, name=kind.name, where=replace(where, text=kind.name))


def _rest_of_groups(lowering: Lowering, kind: Kind, text: Passage, phrase: tree.Subject, wave: str) -> Subject | None:
    """“Nhóm 3 gồm các đơn vị còn lại”: those of the kind whose figures lie in none of its other groups, or that no group names."""
    vocabulary = lowering.draft.vocabulary
    whole = tuple(name for name in kind.parents if name != kind.base.value)
    sort = kind.name.split()[0].casefold()  # beside “Nhóm 1”, not beside “Cụm 1”
    by_name = tuple(each.name for each in vocabulary.kinds if each.group and each.name.casefold().startswith(f"{sort} "))
    if by_name and len(vocabulary.by_figures) == 1:
        return Subject(" và ".join(whole) or kind.base.value, kind.base, whole, by_name)
    others = [
        (other, figures)
        for name, figures in vocabulary.by_figures
        if name != kind.name and (other := vocabulary.kind(name)) is not None and other.parents == kind.parents
    ]
    told = [group(lowering, other, figures, phrase, wave) for other, figures in others]
    regions = [each.where for each in told if each is not None and each.where is not None]
    if not others:
        lowering.found.append(_group_unread(text, Lack.GROUPS))
    if len(regions) < len(others) or not regions:
        return None
    return Subject(kind.name, kind.base, kind.parents, where=replace(rest_of(None, regions), text=kind.name))


def belongs(lowering: Lowering, name: str, who: Subject) -> bool:
    """Whether all of a kind are among those whom a subject names."""
    kind = lowering.draft.vocabulary.kind(name)
    return name in who.any_of or (kind is not None and any(belongs(lowering, parent, who) for parent in kind.parents))


def nobody_left(lowering: Lowering, whole: Subject, left_out: tuple[str, ...]) -> bool:
    """Whether those who are left out are all of whom a subject names."""
    rest = Subject("", whole.base, left_out)
    kinds = whole.any_of or (whole.base.value,)
    return whole.base.value in left_out or all(belongs(lowering, each, rest) for each in kinds)


def ungrouped(who: Subject) -> Subject:
    """The same without its figures: whom the tables are for in which a group is a row."""
    return who if who.where is None else replace(who, name=" và ".join(who.any_of) or who.base.value, where=None)


def _group_unread(text: Passage, lacks: Lack = Lack.NAME) -> Diagnostic:
    return Diagnostic(
        code=TH219,
        message=f"“{text.text}”",
        at=Label(text.span()),
        lacks=lacks,
        why="Một nhóm theo số liệu viết như: “Nhóm 1 gồm: Chi cục THADS có tổng số giải quyết dưới 500 việc”.",
    )


def _wrong_gloss(gloss: tree.NameRef, name: str) -> Diagnostic:
    return Diagnostic(
        code=TH218,
        message=f"“{gloss.canonical}” không phải là {name}",
        at=Label(gloss.span),
        why="Trong ngoặc chỉ nói lại tên đứng trước bằng cách viết khác của nó.",
    )
