"""What a cell “Loại đơn vị” or “Chức danh” says: one kind, or several (“Chấp hành viên, Trưởng phòng”)."""

import re
from functools import lru_cache

# What joins two titles; a declared name may hold it, so names are looked for first.
_JOINT = re.compile(r"(?:\s*(?:[-,;/+&()]|(?<!\w)(?:và|kiêm nhiệm|kiêm)(?!\w)))+\s*", re.IGNORECASE)


@lru_cache(maxsize=4096)
def titles(cell: str, known: frozenset[str], units: frozenset[str]) -> tuple[str, ...]:
    """The names that a cell holds, in its order: of the longest declared ones (`known`), else what stands between two joints.

    A post with the unit it is held in (“Trưởng Phòng THADS khu vực 3”, `units`: kinds of units) is that post (“Trưởng phòng”).
    """
    if cell in known:
        return (cell,)
    ends = [*(found.span() for found in _JOINT.finditer(cell)), (len(cell), len(cell))]
    starts = [0, *(end for _, end in ends[:-1])]
    found: list[str] = []
    at = 0
    while at < len(starts):
        longest = next((end for end in range(len(ends), at, -1) if cell[starts[at] : ends[end - 1][0]] in known), at + 1)
        part = cell[starts[at] : ends[longest - 1][0]]
        found += [_post(part, known, units)] if part else []
        at = longest
    return tuple(dict.fromkeys(found))


def _post(part: str, known: frozenset[str], units: frozenset[str]) -> str:
    """“Trưởng Phòng Nghiệp vụ” is read as “Trưởng phòng” where the plan knows that post and “Phòng Nghiệp vụ”."""
    if part in known:
        return part
    written = part.casefold().split()
    posts = {tuple(name.casefold().split()): name for name in sorted(known)}
    held = {tuple(unit.casefold().split()) for unit in units}
    for length in range(len(written) - 1, 0, -1):
        tail = written[length - 1 :]
        if tuple(written[:length]) in posts and any(tuple(tail[: len(unit)]) == unit for unit in held):
            return posts[tuple(written[:length])]
    return part
