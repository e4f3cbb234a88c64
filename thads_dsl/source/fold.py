"""Author's characters → the characters that recognition compares.

Folding is for recognising and comparing only: what is printed stays the author's.
"""

import re
import unicodedata
from functools import lru_cache

# One character for one character, so that columns stay as they are.
_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d", "-"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u2022\u2219\u22c5\u25aa\u25cf\u25e6\uf0b7\uf0a7", "\u00b7"),  # the bullets of Word
        "\u00d0": "\u0110",  # Ð (eth) for Đ: the two look alike in every font
        "\u0189": "\u0110",
        "\uff05": "%",
        "\uff1a": ":",
        "\uff0c": ",",
        "\uff0e": ".",
        "\uff1b": ";",
        "\uff08": "(",
        "\uff09": ")",
    }
)
# Characters that show nothing and mean nothing here.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SHOWING_NOTHING = dict.fromkeys(map(ord, INVISIBLE))

_OLD_PLACEMENT = {
    old: new
    for tones in {
        "oa": ("oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa"),
        "oe": ("oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe"),
        "uy": ("uỳ ùy", "uý úy", "uỷ ủy", "uỹ ũy", "uỵ ụy"),
    }.values()
    for pair in tones
    for old, new in [pair.split()]
}
_OLD_PLACEMENT |= {cased(old): cased(new) for old, new in _OLD_PLACEMENT.items() for cased in (str.upper, str.title)}
# Only where the pair ends its syllable; “quý” keeps its y, for there the u belongs to the q.
_OLD = re.compile(rf"(?<![qQ])(?:{'|'.join(_OLD_PLACEMENT)})(?!\w)")
_MARKS = re.compile("[\u0300-\u036f]+")


def fold_same_length(text: str) -> str:
    """NFC text without invisible characters, folded; every character keeps its index."""
    return _OLD.sub(lambda found: _OLD_PLACEMENT[found[0]], text.translate(_LOOKALIKES))


@lru_cache(maxsize=1 << 14)  # each sentence is compared many times, and a language has few syllables
def fold(text: str) -> str:
    """Text as recognition sees it: NFC, plain spaces, dashes and quotes, new tone placement (hoà → hòa)."""
    visible = text.translate(_SHOWING_NOTHING)
    return fold_same_length(unicodedata.normalize("NFC", visible))


def canonical(text: str) -> str:
    """Folded text with single spaces and curly quotes: how artefacts quote the plan, the same for every spelling of it."""
    pieces = re.sub(r"\s+", " ", fold(text)).strip().split('"')
    opened = [piece + ("”" if index % 2 else "“") for index, piece in enumerate(pieces[:-1])]
    return "".join([*opened, pieces[-1]])


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """Lower case without diacritics and with single spaces: for comparing what people mistype most."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", fold(text).casefold().replace("đ", "d")))
    return " ".join(bare.split())
