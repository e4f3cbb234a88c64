"""`thads explain`: the page of a code."""

import click


@click.command("explain", options_metavar="[TÙY CHỌN]")
@click.argument("code", metavar="MÃ", help="Mã ở đầu thông báo, ví dụ TH401.")
def explain(code: str) -> None:
    """Giải thích một mã thông báo: vì sao, ví dụ sai, cách sửa."""
    from thads_dsl.diagnostics import codes
    from thads_dsl.diagnostics.quoting import visible
    from thads_dsl.diagnostics.render import page

    known = {each.id: each for each in codes.ALL}
    wanted = known.get(code.strip().upper())
    if wanted is None:
        raise click.UsageError(f"Không có mã “{visible(code)}”. Mã đứng ở đầu mỗi thông báo, ví dụ TH401.")
    click.echo(page(wanted).rstrip())
