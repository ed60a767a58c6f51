"""`uppdrag check`: files, folders and groups in; what is wrong with them out."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uppdrag.cli.proposals import group_names
from uppdrag.cli.terminal import (
    CannotRun,
    Volume,
    column_width,
    in_github_actions,
    progress,
    volume_option,
    wants_colour,
    write,
    write_note,
    write_shown,
)
from uppdrag.findings import Severity, UppdragError
from uppdrag.findings.refusal import explain_os_error
from uppdrag.findings.visible import visible, visible_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uppdrag.findings import Finding
    from uppdrag.findings.report import Report
    from uppdrag.findings.text import Style
    from uppdrag.workspace.check_run import Answer
    from uppdrag.workspace.resources import Folder

FORMATS = ("text", "json", "sarif", "junit", "github", "markdown")
_IN_PUBLIC = {"P001": Severity.WARNING}
"""What weighs otherwise in what anyone may read: a person's address."""
_REPORT_WIDTH = 100


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line asks for."""

    paths: tuple[str, ...]
    today: str
    status: str | None
    base: str | None
    output_format: str
    reports: tuple[tuple[str, Path], ...]
    baseline: Path | None
    writes_baseline: bool
    public: bool
    cached: bool
    volume: Volume


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[SÖKVÄG]...", shell_complete=group_names)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(FORMATS),
    help="Hur det som hittas visas: text för människor, övriga för program. I GitHub Actions "
    "används github om inget annat anges.",
)
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT=FIL",
    help="Skriver också det som hittas till en fil, till exempel sarif=fynd.sarif; kan anges flera "
    "gånger.",
)
@click.option(
    "--as",
    "status",
    type=click.Choice(["remiss", "beslutad"]),
    help="Prövar utkast som om de hade den statusen: vad är kvar innan handlingen kan beslutas?",
)
@click.option(
    "--base",
    metavar="GIT-VERSION",
    help="Jämför med en version i git: ingen beslutad handling får ha ändrats sedan dess.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FIL",
    help="Utelämnar det som står i baslinjen. Annars används uppdrag-baslinje.json om den finns.",
)
@click.option(
    "--write-baseline",
    "writes_baseline",
    is_flag=True,
    help="Skriver allt som hittas nu till baslinjen, så att bara nytt visas sedan.",
)
@click.option("--publik", "public", is_flag=True, help="Prövar som inför publicering på webben.")
@click.option(
    "--today", metavar="DATUM", help="Räknar med den dagen, ÅÅÅÅ-MM-DD, i stället för i dag."
)
@click.option(
    "--watch", is_flag=True, help="Prövar igen varje gång en fil ändras. Avsluta: Ctrl-C."
)
@click.option("--no-cache", is_flag=True, help="Prövar allt från början.")
@volume_option
def command(
    paths: tuple[str, ...],
    output_format: str | None,
    reports: tuple[str, ...],
    status: str | None,
    base: str | None,
    baseline: Path | None,
    writes_baseline: bool,
    public: bool,
    today: str | None,
    watch: bool,
    no_cache: bool,
    volume: Volume,
) -> int:
    """Prövar handlingar och visar vad som är fel, med fil, rad och kolumn.

    SÖKVÄG är filer, mappar eller gruppers namn; utan sökväg prövas allt i mappen mandates. Ett
    bindestreck betyder standard input. Vad en regel betyder visar uppdrag explain.
    """
    asked = _Asked(
        paths,
        _day(today),
        status,
        base,
        output_format or ("github" if in_github_actions() else "text"),
        _reports(reports),
        baseline,
        writes_baseline,
        public,
        not no_cache,
        volume,
    )
    return _watch(asked) if watch else _check(asked)


def _check(asked: _Asked) -> int:
    from uppdrag.workspace.baseline import baseline_path, write_baseline
    from uppdrag.workspace.check_run import Question, answer
    from uppdrag.workspace.mandates import find_checked
    from uppdrag.workspace.resources import find_folder
    from uppdrag.workspace.settings import load_settings

    folder = find_folder(Path.cwd())
    files = find_checked(folder, asked.paths)
    question = Question(
        folder,
        files,
        asked.today,
        asked.status,
        asked.base,
        _IN_PUBLIC if asked.public else {},
        asked.cached,
    )
    with progress("Prövar", len(files), asked.volume) as bar:
        found = answer(question, bar.advance)
    settled = load_settings(folder).baseline
    path = asked.baseline or baseline_path(folder, settled)
    if asked.writes_baseline:
        count = write_baseline(found, path, folder)
        write(f"{count} fynd står nu i baslinjen {visible(path.name)} och visas inte mer.\n")
        return 0
    notes = list(_excused(found))
    findings = found.findings
    if asked.baseline or settled or path.is_file():
        findings = _new(found, path, folder, notes)
    return _told(asked, found, findings, notes)


def _excused(found: Answer) -> Iterator[str]:
    if found.excused:
        what = "fynd är undantaget" if found.excused == 1 else "fynd är undantagna"
        yield f"{found.excused} {what} med skäl i handlingen."


def _new(found: Answer, path: Path, folder: Folder, notes: list[str]) -> tuple[Finding, ...]:
    """Return the findings that the baseline does not know, and take notes of the others."""
    from uppdrag.workspace.baseline import compare

    compared = compare(found, path, folder)
    if compared.known:
        notes.append(f"{compared.known} fynd fanns redan i baslinjen och visas inte.")
    if compared.gone:
        notes.append(
            f"{compared.gone} fynd i baslinjen finns inte längre. Ta bort dem därifrån med uppdrag "
            "check --write-baseline."
        )
    return compared.findings


def _told(asked: _Asked, found: Answer, findings: tuple[Finding, ...], notes: Sequence[str]) -> int:
    """Show the findings, write the reports, and return the exit code."""
    from uppdrag.findings.report import Report
    from uppdrag.workspace.rule_pages import titles

    names = tuple(found.untried)
    report = Report(findings, names, titles(sorted({item.rule for item in findings})), found.lines)
    told = "" if asked.volume is Volume.QUIET else "".join(f"{note}\n" for note in notes)
    if asked.output_format == "text":
        from uppdrag.findings.text import COLOUR, PLAIN

        style = COLOUR if wants_colour(sys.stdout) else PLAIN
        write_shown(_as_text(report, style, column_width()) + told)
    else:
        write(_made(report, asked.output_format))
        write_note(told)
    if not _are_written(report, asked.reports):
        return CannotRun.exit_code
    return int(any(item.severity is Severity.ERROR for item in findings))


def _watch(asked: _Asked) -> int:
    from uppdrag.workspace.mandates import STANDARD_INPUT
    from uppdrag.workspace.watching import changes, watched

    if STANDARD_INPUT in asked.paths or asked.writes_baseline:
        message = "--watch bevakar filer, och går inte ihop med ett bindestreck eller "
        message += "--write-baseline."
        raise UppdragError(message)
    for _ in changes(partial(watched, Path.cwd(), asked.paths)):
        write("Prövar …\n")
        try:
            _check(asked)
        except UppdragError as error:
            _say(error.message)
        except OSError as error:
            _say(explain_os_error(error))
        write("Väntar på ändringar. Avsluta med Ctrl-C.\n")
    return 0


def _say(message: str) -> None:
    write_note(f"Fel: {visible_lines(message)}\n")


def _as_text(report: Report, style: Style, width: int) -> str:
    from uppdrag.findings.text import render

    return render(report.findings, report.lines, len(report.files), style, width)


def _made(report: Report, name: str) -> str:
    from uppdrag.findings.formats import FORMATS as MAKERS

    return MAKERS[name](report)


def _are_written(report: Report, wanted: Iterable[tuple[str, Path]]) -> bool:
    """Write each report that can be written; tell of the others."""
    from uppdrag.findings.text import PLAIN
    from uppdrag.workspace.writing import write_whole

    failed = []
    for name, target in wanted:
        is_text = name == "text"
        made = _as_text(report, PLAIN, _REPORT_WIDTH) if is_text else _made(report, name)
        try:
            # As on standard output: the name of a file may hold what is no UTF-8.
            write_whole(target, made.encode("utf-8", "backslashreplace"))
        except OSError as error:
            failed.append(explain_os_error(error))
    for message in failed:
        _say(message)
    return not failed


def _reports(given: Sequence[str]) -> tuple[tuple[str, Path], ...]:
    """Return each format with the file that it is written to, no file twice."""
    asked = tuple(map(_report, given))
    paths = [path.absolute() for _, path in asked]
    for path in paths:
        if paths.count(path) > 1:
            message = f"Två rapporter kan inte skrivas till samma fil: {path.name}. Ange två filer."
            raise UppdragError(message)
    return asked


def _report(given: str) -> tuple[str, Path]:
    name, sign, path = given.partition("=")
    if sign and path and name in FORMATS:
        return name, Path(path)
    near = get_close_matches(name.strip().lower(), FORMATS, n=1)
    advice = f"Menade du {near[0]}={path or 'FIL'}?" if near else ""
    message = (
        f"”{given}” är ingen rapport. Skriv --report FORMAT=FIL, till exempel sarif=fynd.sarif. "
        f"{advice or 'Formaten är ' + ', '.join(FORMATS) + '.'}"
    )
    raise UppdragError(message)


def _day(given: str | None) -> str:
    from uppdrag.schema.load import is_date

    if given is None:
        return dt.datetime.now().astimezone().date().isoformat()
    if not is_date(given):
        message = f"”{given}” är inget datum. Skriv det som ÅÅÅÅ-MM-DD, till exempel 2026-06-16."
        raise UppdragError(message)
    return given
