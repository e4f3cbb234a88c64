"""Points for a result and something else at once (“đạt từ 95% và không có án quá hạn: 10 điểm”): how a cell can say it."""

import re

from thads_dsl.diagnostics import Way

_BOTH = re.compile(
    r"(?:nếu )?(?:đạt |hoàn thành )?(?P<result>chỉ tiêu|(?:tỷ lệ )?(?:từ )?\d[\d,]* ?%(?: trở lên)?)"
    r"(?:,| và|, đồng thời| đồng thời) (?P<no>không )?(?P<what>(?:có|để|phát sinh|xảy ra) .+?)(?:,? (?:thì )?được|:|,? thì chấm) "
    r"?(?P<points>\d[\d,]* ?điểm)",
    re.IGNORECASE,
)


def of_two(text: str) -> tuple[Way, ...]:
    """The council looks at both, or the figures give the points and what should not be takes some; nothing for other sentences."""
    found = _BOTH.fullmatch(text.strip(" .;"))
    if found is None:
        return ()
    what, points = re.sub(r"^(?:để|phát sinh|xảy ra) ", "có ", found["what"], flags=re.IGNORECASE), found["points"]
    percent = re.search(r"\d[\d,]* ?%", found["result"])
    bands = (
        f"Từ {percent[0]} trở lên: {points}; dưới {percent[0]}: … điểm; không phát sinh: … điểm"
        if percent
        else f"Đạt chỉ tiêu: {points}; không đạt chỉ tiêu: … điểm; không phát sinh: … điểm"
    )
    how = "Nếu Hội đồng xét cả hai điều, ghi đủ hai điều ở tên tiêu chí và cả ô viết:"
    council = Way(how, f"Hội đồng đánh giá đạt: {points}; còn lại: 0 điểm")
    less = Way(f"Nếu chấm theo kết quả, {what} thì trừ điểm, cả ô viết:", f"{bands}; {what}: trừ … điểm, chỉ trừ một lần")
    return (council, less) if found["no"] else (council,)
