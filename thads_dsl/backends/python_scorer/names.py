"""Identifiers of the generated program, each given once."""

import builtins
import keyword
import re

_IDENTIFIER = re.compile(r"[^\W\d]\w*")


class Names:
    """Gives every wish an identifier that nothing else has: no keyword, no builtin, no word of the template."""

    def __init__(self, template: str) -> None:
        self._taken = {*keyword.kwlist, *keyword.softkwlist, *dir(builtins), *_IDENTIFIER.findall(template)}

    def take(self, prefix: str, place: str) -> str:
        """`targets_iii_3_1_1_2` for a prefix and the id of a rule; with a number more when it is taken."""
        ascii_words = re.findall("[a-z0-9]+", place.lower())
        wish = name = "_".join([prefix, *ascii_words])
        count = 1
        while name in self._taken:
            count += 1
            name = f"{wish}_{count}"
        self._taken.add(name)
        return name
