"""`uppdrag check`: files, folders and groups in; what is wrong with them out."""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uppdrag.cli.terminal import (
    Volume,
    column_width,
    progress,
    volume_option,
    wants_colour,
    write,
    write_note,
)
from uppdrag.findings import Severity, UppdragError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uppdrag.findings.report import Report

FORMATS = ("text", "json", "sarif", "junit", "github", "markdown")
_WEIGHT_IN_PUBLIC = ("P001", Severity.WARNING)


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
@click.argument("paths", nargs=-1, metavar="[SÖKVÄG]...")
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
    in_github = os.environ.get("GITHUB_ACTIONS") == "true"
    asked = _Asked(
        paths,
        _day(today),
        status,
        base,
        output_format or ("github" if in_github else "text"),
        tuple(map(_report, reports)),
        baseline,
        writes_baseline,
        public,
        not no_cache,
        volume,
    )
    return _watch(asked) if watch else _check(asked)


def _check(asked: _Asked) -> int:
    from uppdrag.findings.report import Report
    from uppdrag.workspace import baseline
    from uppdrag.workspace.check_run import Question, answer
    from uppdrag.workspace.mandates import find_checked
    from uppdrag.workspace.resources import find_folder
    from uppdrag.workspace.rule_pages import titles
    from uppdrag.workspace.settings import load_settings

    folder = find_folder(Path.cwd())
    files = find_checked(folder, asked.paths)
    question = Question(folder, files, asked.today, asked.status, asked.cached)
    with progress("Prövar", len(files), asked.volume) as bar:
        found = answer(question, bar.advance)
    findings = found.findings
    notes = []
    if found.excused:
        what = "fynd är undantaget" if found.excused == 1 else "fynd är undantagna"
        notes.append(f"{found.excused} {what} med skäl i handlingen.")
    settled = load_settings(folder).baseline
    path = asked.baseline or baseline.baseline_path(folder, settled)
    if asked.writes_baseline:
        path = path or folder.root / baseline.BASELINE
        count = baseline.write(findings, path, folder)
        write(f"{count} fynd står nu i baslinjen {path.name} och visas inte mer.\n")
        return 0
    if path is not None:
        compared = baseline.compare(findings, path, folder)
        findings = compared.findings
        if compared.known:
            notes.append(f"{compared.known} fynd fanns redan i baslinjen och visas inte.")
    rules = {finding.rule for finding in findings}
    names = tuple(file.name for file in files)
    report = Report(findings, names, titles(sorted(rules)), found.lines)
    for name, target in asked.reports:
        _write_report(report, name, target)
    _show(report, asked.output_format, [] if asked.volume is Volume.QUIET else notes)
    return int(any(item.severity is Severity.ERROR for item in findings))


def _watch(asked: _Asked) -> int:
    from uppdrag.workspace.mandates import find_checked
    from uppdrag.workspace.resources import find_folder
    from uppdrag.workspace.watching import changes

    folder = find_folder(Path.cwd())

    def watched() -> Iterable[Path]:
        found = find_checked(folder, asked.paths)
        return [file.path for file in found if file.path is not None]

    if asked.paths == ("-",):
        message = "Standard input kan inte bevakas. Ange en fil, en mapp eller en grupp."
        raise UppdragError(message)
    for _ in changes(watched):
        write("Prövar …\n")
        _check(asked)
        write("Väntar på ändringar. Avsluta med Ctrl-C.\n")
        sys.stdout.flush()
    return 0


def _show(report: Report, output_format: str, notes: list[str]) -> None:
    from uppdrag.findings import text
    from uppdrag.findings.formats import FORMATS as MAKERS

    if output_format == "text":
        style = text.COLOUR if wants_colour(sys.stdout) else text.PLAIN
        lines = report.lines
        write(text.render(report.findings, lines, len(report.files), style, column_width()))
        write("".join(f"{note}\n" for note in notes))
    else:
        write(MAKERS[output_format](report))
        write_note("".join(f"{note}\n" for note in notes))


def _write_report(report: Report, name: str, target: Path) -> None:
    from uppdrag.findings import text
    from uppdrag.findings.formats import FORMATS as MAKERS
    from uppdrag.workspace.writing import write_whole

    if name == "text":
        made = text.render(report.findings, report.lines, len(report.files))
    else:
        made = MAKERS[name](report)
    write_whole(target, made.encode("utf-8"))


def _report(given: str) -> tuple[str, Path]:
    name, sign, path = given.partition("=")
    if not sign or not path or name not in FORMATS:
        message = (
            f"”{given}” går inte att använda. Skriv --report FORMAT=FIL, till exempel "
            f"sarif=fynd.sarif. Formaten är {', '.join(FORMATS)}."
        )
        raise UppdragError(message)
    return name, Path(path)


def _day(given: str | None) -> str:
    from uppdrag.schema.load import is_date

    if given is None:
        return dt.datetime.now().astimezone().date().isoformat()
    if not is_date(given):
        message = f"”{given}” är inget datum. Skriv det som ÅÅÅÅ-MM-DD, till exempel 2026-06-16."
        raise UppdragError(message)
    return given
