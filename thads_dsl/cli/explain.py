"""`thads explain`: the page of a code."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from thads_dsl.diagnostics.model import Code


@click.command("explain", options_metavar="[TÙY CHỌN]")
@click.argument("code", metavar="MÃ", help="Mã ở đầu thông báo, ví dụ TH401; hoặc chỉ số của mã, hoặc tên thông báo.")
def explain(code: str) -> None:
    """Giải thích một mã thông báo: vì sao, ví dụ sai, cách sửa."""
    from thads_dsl.diagnostics.quoting import visible
    from thads_dsl.diagnostics.render import page

    wanted = _wanted(code)
    if not wanted:
        raise click.UsageError(f"Không có mã “{visible(code)}”. Mã đứng ở đầu mỗi thông báo, ví dụ TH401.")
    if len(wanted) > 1:
        several = "; ".join(f"{each.id} ({each.title})" for each in wanted)
        raise click.UsageError(f"“{visible(code)}” có trong tên của {len(wanted)} mã: {several}.")
    click.echo(page(wanted[0]).rstrip())


def _wanted(said: str) -> list["Code"]:
    """The code of an id, its digits, a slug or a title, with or without diacritics; else those that have it in their titles."""
    from thads_dsl.diagnostics import codes
    from thads_dsl.source import plain

    asked = plain(said).replace("-", " ").rstrip(":. ")
    asked = f"th{asked}" if asked.isdecimal() else asked.replace("th ", "th", 1) if asked.startswith("th ") else asked
    named = ({plain(each.id), each.slug.replace("-", " "), plain(each.title).replace("-", " ")} for each in codes.ALL)
    exact = [each for each, names in zip(codes.ALL, named, strict=True) if asked in names]
    part = f" {asked} "
    return exact or [each for each in codes.ALL if asked and part in f" {plain(each.title)} "]
