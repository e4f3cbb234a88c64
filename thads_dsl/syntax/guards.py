"""What function phrases ask of the words behind and before them: the guards that phrases.txt names."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from thads_dsl.source import Passage, plain
from thads_dsl.syntax.grammar import free_phrase_trie, phrase_trie
from thads_dsl.syntax.literals import literal_at, may_begin_literal
from thads_dsl.syntax.names import NameKind, NameTable, atoms, loose
from thads_dsl.syntax.times import BARE_DAY, HOUR, NUMBER_WORDS, WAVE, WAVES

COUNTED = "COUNTED"  # “500 việc có điều kiện thi hành”: a statistic that says what the figure before it counts
# With and without diacritics: the second is what a tolerant reading compares.
_BOUNDS = frozenset(["dưới", "trên", "từ", "đến", "hơn", "duoi", "tren", "tu", "den", "hon"])
_STOPS = frozenset((
    ",", ".", ";", ":", "(", ")", "và", "trên", "so", "đạt", "từ", "ít", "tối", "không", "dưới", "hơn", "tại",
    "phấn", "giảm", "tăng", "bình", "cao", "thấp", "vượt", "thiếu", "va", "tren", "dat", "tu", "it", "toi", "khong",
    "duoi", "hon", "tai", "phan", "giam", "tang", "binh", "thap", "vuot", "thieu", "thì", "bị", "mới", "bi", "đều", "deu", "bằng",
))  # fmt: skip
_CHANGING = frozenset({"AT_LEAST", "AT_MOST", "ASSIGNED", "COMPARED_WITH"})
_AIMING = frozenset(("REACH", "MUST_REACH", "INCREASE", "DECREASE", "HIGHER", "NOT_HIGHER", "LOWER", "NOT_LOWER", "EXCEEDING"))
_COMPARING = frozenset({"COMPARED_WITH"})
_BASES = frozenset({"PREVIOUS_YEAR", "SAME_PERIOD", "ASSIGNED"})
_HAPPENING = ("có", "để", "bị", "chưa", "được", "co", "de", "bi", "chua", "duoc")
_WAVE = re.compile(WAVE, re.IGNORECASE)
_WAVES = re.compile(WAVES, re.IGNORECASE)
_EACH_WAVE = frozenset({"EACH_WAVE", "ALL_OF_WAVES"})
_TARGETS = frozenset({"THE_TARGETS", "ASSIGNED"})
_PORTION = frozenset({"AT_LEAST", "AT_MOST", "ABOVE", "OVER_HALF"})
_DENYING = frozenset(["không", "khong"])
_THEN = frozenset(["thì", "thi"])
_STANDARDS = frozenset({"FOLLOWING_STANDARDS", "ANY_FOLLOWING_STANDARD"})
_BOTH = frozenset(["đồng", "thời", "đầy", "đủ", "dong", "thoi", "day", "du"])
_TIES = frozenset({"TIED"})
_ORDERED = frozenset({"BY", "HIGH_TO_LOW", "WITHIN_CLUSTER"})
_THAT_AWARD = frozenset({"THAT_AWARD"})
_FILES = frozenset({("hồ", "sơ"), ("thời", "hạn"), ("ho", "so"), ("thoi", "han")})
_FAULTS = frozenset({"FILE_LATE", "FILE_INCOMPLETE"})
_REFUSALS = frozenset({"FILE_REFUSED", "NOT_CONSIDERED", "NOT_AWARDED"})
_CASES = frozenset({"THESE_CASES"})
_MEMBERS = frozenset({"ANY_MEMBER"})
_ENDS = frozenset([",", ".", ";", ":", ")", "thì", "bị", "hạ", "được", "thi", "bi", "ha", "duoc"])
_ITSELF = r"ti[êe]u ch[íi]\s+(?:s[ốo] )?(?:\d|(?-i:[IVX]+|[A-HĐ])\.[\dIVXa-zđ])"
_AWARDING = frozenset({"AWARDING", "GIVE"})
_GIVEN = frozenset({"IS_GIVEN"})
_CAPPED = frozenset({"AT_MOST"})
_CAPPED_PART = re.compile(
    r"(?:(?:t[ạa]i|c[ủu]a|thu[ộo]c)\s+)?(?:ti[êe]u ch[íi]|c[áa]c ti[êe]u ch[íi]|ph[ầa]n)\s+(?-i:[IVXA-HĐ\d])", re.IGNORECASE
)
_CRITERION_ITSELF = re.compile(_ITSELF, re.IGNORECASE)
_CRITERION = re.compile(rf"(?:(?:(?:s[ốo] |m[ứu]c )?[đd]i[ểe]m )(?:chu[ẩa]n )?)?(?:c[ủu]a )?(?:c[áa]c )?{_ITSELF}", re.IGNORECASE)
_REACHED = re.compile(r"[đd][ạa]t\s+(?:d[ưu][ớo]i|ch[ưu]a\s+([đd][ủu]|[đd][ếe]n))\s+\d", re.IGNORECASE)
_CLASS = re.compile(r"(?:(?:[đd][ưu][ợo]c )?x[ếe]p )?(?:h[ạa]ng|lo[ạa]i)\s+\S", re.IGNORECASE)
_PART = re.compile(r"ph[ầa]n\s+(?:[IVX]+|[A-ZĐ])(?!\w)")
_YEAR = re.compile(r"năm(?:\s+công tác)?\s+\d{4}", re.IGNORECASE)
_MOST_BOUND_WORDS = 3  # “đến từ trên 5”: more in a row is no phrase
_NOISE_WORDS = frozenset(["các", "những", "từng", "cac", "nhung", "tung"])
_DATE = re.compile(r"(?:h[ếe]t\s+)?(?:ng[àa]y\s+)?\d{1,2}(?:\s*[/.]\s*\d|-\d{1,2}-\d{4}|\s+th[áa]ng\s+\d)", re.IGNORECASE)
_PERIOD_END = re.compile(r"(?:[đd][ầa]u|k[ếe]t th[úu]c|cu[ốo]i|h[ếe]t)\s+n[ăa]m\b|(?:h[ếe]t\s+)?th[áa]ng\s+\d", re.IGNORECASE)
_DAYS = re.compile(r"\d{1,3}\s*(?:\(\w+\)\s*)?ng[àa]y\b", re.IGNORECASE)
_RECURRING = re.compile(
    r"ng[àa]y\s+\d{1,2}[^,;.()]{0,30}?(?:(?:h[ằàa]ng|m[ỗo]i)\s+(?:th[áa]ng|qu[ýy]|n[ăa]m)|th[áa]ng (?:[đd][ầa]u|cu[ốo]i) (?:c[ủu]a )?qu[ýy]"
    r"|th[áa]ng (?:sau|k[ếe] ti[ếe]p|ti[ếe]p theo|li[ềe]n k[ềe]))\b",
    re.IGNORECASE,
)
_LAST_OF_MONTH = re.compile(
    r"ng[àa]y\s+cu[ốo]i\s+(?:c[ùu]ng\s+)?(?:c[ủu]a\s+)?(?:(?:h[ằàa]ng|m[ỗo]i)\s+)?(?:th[áa]ng|qu[ýy])(?!\w|\s+[IVX\d])", re.IGNORECASE
)
_PLACE = re.compile(r"g[ạa]ch|d[ấa]u|[đd]i[ểe]m|kho[ảa]n|m[ụu]c|[IVX]+\.\d", re.IGNORECASE)
_ARTICLE = re.compile(r"[đd]i[ềe]u\s+\d|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\b", re.IGNORECASE)
# Words inside dates and places, for a reading that does not compare diacritics; each as long as what it replaces.
_FORM_WORDS = {plain(word): word for word in ["ngày", "tháng", "năm", "điểm", "khoản", "mục", "kỷ", "niệm"]}
_LOOSE_FORMS = re.compile(rf"\b(?:{'|'.join(_FORM_WORDS)})\b", re.IGNORECASE)


class Ahead:
    """A passage cut into atoms, and what begins at each of them; strictly, or with diacritics left out of the comparison."""

    def __init__(self, passage: Passage, names: NameTable, strict: bool) -> None:
        self.passage = passage
        self.atoms = atoms(passage.text)
        self.keys = [atom.key if strict else loose(atom) for atom in self.atoms]
        self.names = names.exact if strict else names.free
        self.phrases = phrase_trie() if strict else free_phrase_trie()
        self.text = passage.text if strict else _LOOSE_FORMS.sub(lambda word: _FORM_WORDS[word[0].casefold()], passage.text)

    def number(self, index: int) -> bool:
        """A figure, or bound words before one."""
        beyond = min(index + _MOST_BOUND_WORDS, len(self.keys))
        while index < beyond and self.keys[index] in _BOUNDS:
            index += 1
        return index < len(self.keys) and (self.keys[index][0].isdigit() or self.counting_word(index))

    def counting_word(self, index: int) -> bool:
        """“hai tập thể”, “ba trong bốn điều kiện”: a number in words, which counts only before what is counted."""
        if not may_begin_literal(self.keys[index]):
            return False
        literal = literal_at(self.text, self.atoms[index].start, "AT_MOST")
        return literal is not None and literal.terminal in ("AWARDS", "NUMBER", "K_OF_N", "FRACTION")

    def matches(self, index: int, form: re.Pattern[str]) -> bool:
        """Whether a form stands there."""
        return index < len(self.atoms) and form.match(self.passage.text, self.atoms[index].start) is not None

    def change(self, index: int) -> bool:
        """What measures a rise, a fall or a difference: a figure, a bound before one, a quantity, another time, the assigned target."""
        return self.number(index) or self.named(index, NameKind.QUANTITY) or self.said(index, _CHANGING)

    def aim(self, index: int) -> bool:
        """What a goal begins with."""
        return self.change(index) or self.named(index, NameKind.SHARE_OF) or self.said(index, _AIMING)

    def base(self, index: int) -> bool:
        """Another time, or the assigned target."""
        return self.said(index, _BASES) or (index < len(self.atoms) and _YEAR.match(self.text, self.atoms[index].start) is not None)

    def beside(self, index: int) -> bool:
        """The same, perhaps after “so với”."""
        return self.base(index) or self.said(index, _COMPARING)

    def said(self, index: int, terminals: frozenset[str]) -> bool:
        """Whether a phrase of one of these terminals begins at an atom; what must stand around it is not asked again."""
        return any(each.terminal in terminals for _, entry in self.phrases.longest(self.keys, index) for each in entry)

    def date(self, index: int) -> bool:
        """A day of a month, perhaps with its year."""
        return self.matches(index, _DATE)

    def period_end(self, index: int) -> bool:
        """A day, a month, or the beginning or end of a year."""
        return self.date(index) or self.matches(index, _PERIOD_END)

    def of_wave(self, index: int) -> bool:
        """A wave, or all of them, perhaps after “trong” or “của”."""
        led = self.keys[index : index + 1] in (["trong"], ["của"], ["cua"])
        return self.said(index, _EACH_WAVE) or self.matches(index + led, _WAVE)

    def bounded(self, index: int) -> bool:
        """“có ít nhất 02 cá nhân”: a bound of more words, and a figure."""
        return self.said(index, frozenset({"AT_LEAST", "AT_MOST"}))

    def whose(self, index: int) -> bool:
        """“của các Chi cục”, “đối với Chi cục”, “theo tỷ lệ …”, “phải đạt”, “là 80%”: what else may stand behind “về việc”."""
        found = ((end, each.terminal) for end, entry in self.phrases.longest(self.keys, index) for each in entry)
        return any(
            terminal == "MUST_REACH"
            or (terminal in ("FOR", "OF") and self.subject(end + (self.keys[end : end + 1] in (["mỗi"], ["moi"]))))
            or (terminal == "BY" and self.named(end, NameKind.QUANTITY))
            or (terminal == "IS" and self.number(end))
            for end, terminal in found
        )

    def ranged(self, index: int) -> bool:
        """A number behind a word that begins or ends a band."""
        return index < len(self.keys) and self.keys[index] in _BOUNDS and self.number(index)

    def counted(self, index: int) -> bool:
        """“ít nhất 500 việc có điều kiện thi hành”: behind the figure stands what it counts."""
        for end, entry in self.phrases.longest(self.keys, index):
            if any(each.terminal in ("AT_LEAST", "AT_MOST") for each in entry) and end < len(self.atoms):
                figure = literal_at(self.text, self.atoms[end].start)
                behind = (at for at in range(end, len(self.atoms)) if figure is not None and self.atoms[at].start >= figure.end)
                return self.named(next(behind, len(self.atoms)), NameKind.QUANTITY)
        return False

    def standards(self, index: int) -> bool:
        """“các tiêu chuẩn, điều kiện sau”, perhaps behind “đủ”."""
        return self.said(index + (index < len(self.keys) and self.keys[index] in ("đủ", "du")), _STANDARDS)

    def end(self, index: int) -> bool:
        """A mark that ends a clause, or nothing more."""
        return index >= len(self.keys) or self.keys[index] in (",", ".", ";")

    def amount(self, index: int) -> bool:
        """A figure, a day, a month, or the beginning or end of a year."""
        return self.number(index) or self.period_end(index)

    def due(self, index: int) -> bool:
        """A day, once or again and again."""
        return self.date(index) or any(self.matches(index, form) for form in (_RECURRING, _LAST_OF_MONTH, BARE_DAY, HOUR))

    def days(self, index: int) -> bool:
        """“05 ngày”: a number of days."""
        return self.matches(index, _DAYS)

    def deadline(self, index: int) -> bool:
        """A day, perhaps behind “trước”."""
        return self.due(index) or (index < len(self.keys) and self.keys[index] in ("trước", "truoc") and self.due(index + 1))

    def event(self, index: int) -> bool:
        """“ngày …”, “khi …”: from what on a term runs."""
        return index < len(self.keys) and self.keys[index] in ("ngày", "khi", "ngay")

    def place(self, index: int) -> bool:
        """What a reference to a place of the plan begins with."""
        return index < len(self.atoms) and _PLACE.match(self.passage.text, self.atoms[index].start) is not None

    def stop(self, index: int) -> bool:
        """What ends the words before it: a mark, a figure, or what a rule goes on with."""
        return index >= len(self.keys) or self.keys[index] in _STOPS or self.number(index)

    def named(self, index: int, *kinds: NameKind) -> bool:
        """Whether a declared name of one of these kinds begins there, “các” and the like before it left out."""
        if index < len(self.keys) and self.keys[index] in _NOISE_WORDS:
            index += 1
        return any(name.kind in kinds for _, name in self.names.longest(self.keys, index))

    def subject(self, index: int) -> bool:
        """A declared subject, or “công chức không là” one."""
        people = (end for end, found in self.phrases.longest(self.keys, index) if any(each.terminal == "PEOPLE" for each in found))
        return self.named(index, NameKind.SUBJECT) or any(self.denied(end) for end in people)

    def denied(self, index: int) -> bool:
        """“không là Chấp hành viên”, “không phải là …”."""
        found = ((end, each.terminal) for end, entry in self.phrases.longest(self.keys, index) for each in entry)
        return any(terminal == "NOT_BEING" and self.named(end, NameKind.SUBJECT) for end, terminal in found)

    def points(self, index: int) -> bool:
        """The word “điểm” stands further on: what a points table says of them."""
        return any(key in ("điểm", "diem") for key in self.keys[index:])

    def scored(self, index: int) -> bool:
        """“được 05 điểm”, “được cộng 02 điểm”."""
        return self.points(index) and (self.keys[index][0].isdigit() or self.keys[index] in ("cộng", "trừ", "cong", "tru"))

    def criterion(self, index: int) -> bool:
        """“tiêu chí 2”, “điểm tiêu chí 2”."""
        return self.matches(index, _CRITERION)

    def criterion_itself(self, index: int) -> bool:
        """“tiêu chí 2”, and not its points."""
        return self.matches(index, _CRITERION_ITSELF)

    def cap(self, index: int) -> bool:
        """“không quá 10 điểm”, “của tiêu chí 5”, “tại phần III”."""
        return self.criterion(index) or self.said(index, _CAPPED) or self.matches(index, _CAPPED_PART)

    def klass(self, index: int) -> bool:
        """“Hạng A”, “xếp loại Tốt”."""
        return self.matches(index, _CLASS)

    def falling(self, index: int) -> bool:
        """“05 điểm”, “còn 05 điểm”."""
        return self.scored(index + (index < len(self.keys) and self.keys[index] in ("còn", "con")))

    def rank(self, index: int) -> bool:
        """What units are ranked by."""
        total = any(entry.terminal == "TOTAL_POINTS" for _, found in self.phrases.longest(self.keys, index) for entry in found)
        return total or self.criterion(index) or self.named(index, NameKind.QUANTITY)

    def ranks_by(self, index: int) -> bool:
        """By what units are ranked, or within what: “thứ tự” is a title elsewhere."""
        return self.said(index, _ORDERED) or (index < len(self.keys) and self.keys[index] == ":")

    def trigger(self, index: int) -> bool:
        """Of whom something is said that lowers a class."""
        return self.subject(index) or self.said(index, _MEMBERS)

    def over(self, index: int) -> bool:
        """Nothing more of the clause."""
        return index >= len(self.keys) or self.keys[index] in _ENDS

    def happening(self, index: int) -> bool:
        """“có …”, “để …”, “bị …”: that something is so."""
        return self.keys[index : index + 1] in ([word] for word in _HAPPENING)

    def part(self, index: int) -> bool:
        """“phần II” of a table."""
        return self.matches(index, _PART)

    def digits(self, index: int) -> bool:
        """A number of decimals, in figures or in words."""
        return index < len(self.keys) and (self.keys[index][0].isdigit() or self.keys[index] in NUMBER_WORDS)

    def quotation(self, index: int) -> bool:
        """A quotation mark."""
        return index < len(self.keys) and self.keys[index] == '"'

    def amended(self, index: int) -> bool:
        """What something is changed to: a colon, a figure, or nothing more."""
        return index >= len(self.keys) or self.keys[index] == ":" or self.keys[index][0].isdigit()

    def spot(self, index: int) -> bool:
        """A place; here also “Điều n”, which elsewhere is one of a law, and “Hai là”."""
        return self.place(index) or self.matches(index, _ARTICLE)

    def quoted(self, index: int) -> bool:
        """What a place is changed to: a quotation, words that lead to it, or nothing more (it stands on the next line)."""
        return index >= len(self.keys) or self.keys[index] in (":", '"', "như", "nhu")

    def sanction(self, index: int) -> bool:
        """A form of discipline, declared or quoted."""
        return self.named(index, NameKind.SANCTION) or (index < len(self.keys) and self.keys[index] == '"')

    def reward(self, index: int) -> bool:
        """An award, declared or quoted."""
        return self.named(index, NameKind.REWARD, NameKind.TITLE) or (index < len(self.keys) and self.keys[index] == '"')

    def award(self, index: int) -> bool:
        """An award, or “hình thức ấy”."""
        return self.reward(index) or self.said(index, _THAT_AWARD)

    def cases(self, index: int) -> bool:
        """“các trường hợp sau”, or nothing more."""
        return index >= len(self.keys) or self.keys[index] == ":" or self.said(index, _CASES)

    def proposed_to(self, index: int) -> bool:
        """A post, or “cấp trên”."""
        return self.named(index, NameKind.POST) or (index < len(self.keys) and self.keys[index] in ("cấp", "cap"))

    def offence(self, index: int) -> bool:
        """“có công chức”, “bị kỷ luật”, or a declared event: what must not be."""
        terminals = {each.terminal for _, entry in self.phrases.longest(self.keys, index) for each in entry}
        return not terminals.isdisjoint({"ANY_MEMBER", "DISCIPLINED"}) or self.named(index, NameKind.EVENT)

    def of_file(self, terminals: frozenset[str]) -> bool:
        """Whether the sentence speaks of files or their time, and says one of these anywhere."""
        pairs = set(pairwise(self.keys))
        return not pairs.isdisjoint(_FILES) and any(self.said(at, terminals) for at in range(len(self.keys)))

    def of_subject(self, index: int) -> bool:
        """“của” and a subject, “của cả” two of them."""
        if self.keys[index : index + 1] not in (["của"], ["cua"]):
            return False
        return self.subject(index + 1) or (self.keys[index + 1 : index + 2] in (["cả"], ["ca"]) and self.subject(index + 2))

    def whose_standards(self, index: int) -> bool:
        """“tiêu chuẩn của cá nhân”, “tiêu chuẩn cá nhân”, perhaps behind “đồng thời”, “đầy đủ”."""
        while index < len(self.keys) and self.keys[index] in _BOTH:
            index += 1
        ends = (end for end, entry in self.phrases.longest(self.keys, index) if any(each.terminal == "THE_STANDARDS" for each in entry))
        return any(self.of_subject(end) or self.subject(end) for end in ends)


BEFORE = {
    "figure": frozenset({"MEASURE", "MONTHS", "NUMBER", "PERCENT", "PERCENT_POINTS", "SCORE", "RANGE", "SANCTION", "QUOTED", COUNTED}),
    "score": frozenset({"SCORE"}),
    "targets": _TARGETS,
    "date": frozenset({"DATE", "RECURRING"}),
    "day": frozenset({"DATE"}),
    "subject": frozenset({"SUBJECT"}),
    "length": frozenset({"DAYS"}),
    "place": frozenset({"PLACE", "LAW", "THE_PLAN", "REFERENCE"}),  # the plan may be named behind its place
    "changed": frozenset({"PART", "CHANGE_TOTAL", "CRITERION", "CLASS"}),
    "titled": frozenset({"STANDARDS_TITLE"}),
    "criteria": frozenset({"HAVING_CRITERION", "HAVING_CRITERIA", "HAVING_SOME_CRITERIA"}),
    "demanded": frozenset({"MUST_REACH", "REACH", "AND"}),
    "standards": frozenset({"THE_STANDARDS"}),
    "changing": frozenset({"PART", "CHANGE_TOTAL", "CRITERION", "CLASS", "QUOTED", "SCORE", "DOWN"}),
}
GUARDS: dict[str, Callable[[Ahead, int], bool]] = {
    "number": Ahead.number,
    "change": Ahead.change,
    "aim": Ahead.aim,
    "base": Ahead.base,
    "beside": Ahead.beside,
    "bounded": Ahead.bounded,
    "reached": lambda ahead, index: ahead.matches(index, _REACHED),
    "ranged": Ahead.ranged,
    "whose": Ahead.whose,
    "end": Ahead.end,
    "wave": lambda ahead, index: ahead.matches(index, _WAVE),
    "of-wave": Ahead.of_wave,
    "waves": lambda ahead, index: ahead.matches(index, _WAVES),
    "year": lambda ahead, index: ahead.matches(index, _YEAR),
    "amount": Ahead.amount,
    "date": Ahead.date,
    "period-end": Ahead.period_end,
    "due": Ahead.due,
    "days": Ahead.days,
    "event": Ahead.event,
    "deadline": Ahead.deadline,
    "place": Ahead.place,
    "stop": Ahead.stop,
    "mean": lambda ahead, index: ahead.keys[index : index + 2] == ["bình", "quân"] and ahead.number(index + 2),
    "quantity": lambda ahead, index: ahead.named(index, NameKind.QUANTITY),
    "subject": Ahead.subject,
    "subject-or-post": lambda ahead, index: ahead.named(index, NameKind.SUBJECT, NameKind.POST),
    "offence": Ahead.offence,
    "sanction": Ahead.sanction,
    "of-subject": Ahead.of_subject,
    "whose-standards": Ahead.whose_standards,
    "reward": Ahead.reward,
    "award": Ahead.award,
    "cases": Ahead.cases,
    "refused": lambda ahead, _: ahead.of_file(_REFUSALS),
    "faulty": lambda ahead, index: ahead.of_file(_FAULTS) and not any(ahead.phrases.longest(ahead.keys, index)),
    "proposed-to": Ahead.proposed_to,
    "points": Ahead.points,
    "scored": Ahead.scored,
    "cap": Ahead.cap,
    "criterion": Ahead.criterion,
    "criterion-itself": Ahead.criterion_itself,
    "class": Ahead.klass,
    "falling": Ahead.falling,
    "rank": Ahead.rank,
    "digits": Ahead.digits,
    "targets": lambda ahead, index: ahead.said(index, _TARGETS),
    "tie": lambda ahead, index: ahead.said(index, _TIES),
    "ordered": Ahead.ranks_by,
    "portion": lambda ahead, index: ahead.number(index) or ahead.said(index, _PORTION),
    "unsaid": lambda ahead, index: ahead.end(index) or ahead.keys[index] in _DENYING | _THEN,
    "counted": Ahead.counted,
    "standards": Ahead.standards,
    "trigger": Ahead.trigger,
    "over": Ahead.over,
    "part": Ahead.part,
    "happening": Ahead.happening,
    "denied": Ahead.denied,
    "titled": lambda ahead, index: ahead.cases(index) or ahead.subject(index) or ahead.said(index, _AWARDING),
    "given": lambda ahead, index: ahead.said(index, _GIVEN),
    "compared": lambda ahead, index: ahead.rank(index) or ahead.subject(index) or ahead.keys[index : index + 1] == [":"],
    "quotation": Ahead.quotation,
    "amended": Ahead.amended,
    "spot": Ahead.spot,
    "quoted": Ahead.quoted,
    "title": lambda ahead, index: ahead.named(index, NameKind.TITLE) or (index < len(ahead.keys) and ahead.keys[index] == '"'),
}
