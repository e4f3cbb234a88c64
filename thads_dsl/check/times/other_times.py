"""What the text calls another time (“năm trước”, “cùng kỳ năm 2022”) → one name for it."""

from thads_dsl.check.lowering import Lowering


def other_time(lowering: Lowering, said: str, wave: str) -> str:
    """“năm 2022” for “năm 2022” and for “năm trước” of a plan of 2023; “cùng kỳ năm 2022” likewise.

    Where the plan's year is not known, the words themselves. “Cùng kỳ” of a wave is as long as the wave: “cùng kỳ năm 2022, đợt 1”.
    """
    before = f"năm {lowering.year - 1}" if lowering.year is not None else "năm trước"
    words = " ".join(said.split()).replace("năm công tác", "năm").replace("năm trước", before)
    if not words.startswith("cùng kỳ"):
        return words
    same = f"{words} {before}" if words == "cùng kỳ" else words
    return f"{same}, {wave}" if wave else same
