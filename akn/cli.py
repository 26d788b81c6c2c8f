"""The command line: a table of commands whose modules are imported only when they are called.

Arguments in, exit code out; no knowledge of resolutions.
"""

from __future__ import annotations

from importlib import import_module

import click

from akn import __version__

COMMANDS = {
    "convert": "Turn resolutions into Akoma Ntoso XML.",
    "text": "Turn Akoma Ntoso XML back into text.",
    "inspect": "Show what a stage of the conversion saw.",
    "align": "Compare language versions of one resolution.",
    "validate": "Tell what is wrong with Akoma Ntoso files.",
    "rules": "List the rules of the validator, or show the page of one.",
}
"""Each command is `akn.commands.NAME:command`."""


class ReaderLeft(Exception):
    """Whoever read the output has closed it; click would make an exit code of 1, findings, of a broken pipe."""


class LazyGroup(click.Group):
    """A group that lists its commands from the table and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The click command of that name."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"akn.commands.{cmd_name}").command
        return found

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. Raises `ReaderLeft` where a pipe is broken."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise ReaderLeft from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help text, without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="akn")
def main() -> None:
    """United Nations resolutions as Akoma Ntoso XML: convert, validate, and back to text without loss."""
