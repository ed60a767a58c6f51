"""`uppdrag fix`: files, folders and groups in; drafts with what is mechanical put right out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uppdrag.cli.proposals import group_names, rule_numbers
from uppdrag.cli.terminal import (
    Volume,
    agrees,
    may_ask,
    progress,
    volume_option,
    wants_colour,
    write,
    write_note,
    write_shown,
)
from uppdrag.findings import UppdragError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from uppdrag.workspace.checking import Held
    from uppdrag.workspace.fixing import Mended
    from uppdrag.workspace.mandates import MandateFile

_COLOURS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
_END = "\x1b[0m"
_BROKEN, _COULD_NOT = 1, 2


@click.command("fix")
@click.argument("paths", nargs=-1, metavar="[SÖKVÄG]...", shell_complete=group_names)
@click.option(
    "--rule",
    "rules",
    multiple=True,
    metavar="REGEL",
    shell_complete=rule_numbers,
    help="Bara det som den regeln hittar; kan anges flera gånger.",
)
@click.option("--yes", is_flag=True, help="Gör ändringarna utan att fråga.")
@volume_option
def command(paths: tuple[str, ...], rules: tuple[str, ...], yes: bool, volume: Volume) -> int:
    """Rättar det som bara kan skrivas på ett sätt, i utkast.

    Tankstreck i intervall, diarienummer, VGR:s, förkortningar, onödiga blanksteg och liknande.
    Ändringarna visas först; utan terminal görs de bara med --yes. Allt annat i filen står kvar som
    det är. En beslutad handling ändras aldrig. Med ett bindestreck i stället för sökväg rättas
    standard input till standard output.
    """
    from uppdrag.workspace.checking import held_to
    from uppdrag.workspace.mandates import STANDARD_INPUT, find_mandates
    from uppdrag.workspace.resources import find_folder
    from uppdrag.workspace.rule_pages import known_rule

    wanted = frozenset(map(known_rule, rules))
    if STANDARD_INPUT in paths and len(set(paths)) > 1:
        message = "Standard input rättas för sig. Ange antingen ett bindestreck eller filer."
        raise UppdragError(message)
    folder = find_folder(Path.cwd())
    held = held_to(folder)
    files = find_mandates(folder, paths)
    if paths and files[0].path is None:
        return _pass_on(files[0], held, wanted, volume)
    found: list[Mended] = []
    unread: list[OSError] = []
    with progress("Läser", len(files), volume) as bar:
        for file in files:
            try:
                found.append(_mended(file, held, wanted))
            except OSError as error:
                unread.append(error)
            bar.advance()
    _tell(unread)
    code = max(_said_of_left_alone(found, bool(paths), volume), _COULD_NOT if unread else 0)
    changed = [item for item in found if item.after != item.before]
    if not changed:
        write("Det finns inget att rätta.\n")
        return code
    write_shown(_shown(changed))
    count = sum(len(item.mended) for item in changed)
    if not yes and not (may_ask() and agrees(_question(count))):
        write_note("Inget är ändrat. Skriv uppdrag fix --yes för att göra ändringarna.\n")
        return code
    return max(code, _save(changed))


def _mended(file: MandateFile, held: Held, rules: Collection[str]) -> Mended:
    from uppdrag.workspace.fixing import mend

    return mend(file.read(), file, held, rules)


def _pass_on(file: MandateFile, held: Held, rules: Collection[str], volume: Volume) -> int:
    """Write what came in, mended where it may be, as the bytes that it is."""
    item = _mended(file, held, rules)
    code = _said_of_left_alone([item], True, volume)
    click.echo(item.new_content, nl=False)
    return code


def _save(changed: Sequence[Mended]) -> int:
    from uppdrag.workspace.fixing import save

    done, failed = [], []
    for item in changed:
        try:
            save(item)
            done.append(item)
        except (OSError, UppdragError) as error:
            failed.append(error)
    _tell(failed)
    if done:
        count = sum(len(item.mended) for item in done)
        what = "fil" if len(done) == 1 else "filer"
        write_note(f"{_changes(count)} i {len(done)} {what}.\n")
    return _COULD_NOT if failed else 0


def _question(count: int) -> str:
    return "Göra ändringen?" if count == 1 else f"Göra {count} ändringar?"


def _changes(count: int) -> str:
    return "1 ändring gjord" if count == 1 else f"{count} ändringar gjorda"


def _tell(errors: Sequence[OSError | UppdragError]) -> None:
    from uppdrag.findings.refusal import explain_os_error
    from uppdrag.findings.visible import visible

    for error in errors:
        known = explain_os_error(error) if isinstance(error, OSError) else visible(error.message)
        write_note(f"{known}\n")


def _said_of_left_alone(found: Sequence[Mended], are_named: bool, volume: Volume) -> int:
    """Tell of the files that were left alone: of all that were named, else of those with faults."""
    from uppdrag.findings.visible import visible
    from uppdrag.workspace.fixing import LeftAlone

    is_all_told = are_named and volume is not Volume.QUIET
    for item in found:
        reason = item.left_alone
        if reason is not None and (is_all_told or reason is LeftAlone.BROKEN):
            write_note(f"{visible(item.file.name)}: {reason.value}\n")
    return _BROKEN if any(item.left_alone is LeftAlone.BROKEN for item in found) else 0


def _shown(changed: Sequence[Mended]) -> str:
    return "".join(f"{line}\n" for item in changed for line in _lines(item))


def _lines(item: Mended) -> Iterator[str]:
    from uppdrag.findings.visible import visible

    coloured = wants_colour(sys.stdout)
    for line in item.diff().splitlines():
        colour = _COLOURS.get(line[:1], "") if coloured else ""
        yield f"{colour}{visible(line)}{_END if colour else ''}"
