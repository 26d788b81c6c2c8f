"""`akn rules`: the codes of the validator, and the page of one."""

from __future__ import annotations

import click

from akn.validation import catalogue


@click.command("rules")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """List the rules of the validator, or show the page of one.

    CODE is a code (AKN301) or a name (duplicate-eid).
    """
    if code is None:
        for one in catalogue.modules():
            click.echo(_row(catalogue.page(one)))
        return
    found = sorted(catalogue.codes([code]))
    if len(found) > 1:
        for one in found:
            click.echo(_row(catalogue.page(one)))
        return
    page = catalogue.page(found[0])
    mended = "; `akn validate --fix` mends it" if page.fixable else ""
    click.echo(
        f"{page.code} {page.name} ({page.severity}, in {' and '.join(page.profiles)}{mended})\n\n{page.text}", nl=False
    )


def _row(page: catalogue.Page) -> str:
    mark = "fix" if page.fixable else "   "
    return f"{page.code}  {page.severity:7}  {mark}  {page.name:24}  {page.title}"
