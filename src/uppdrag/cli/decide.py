"""`uppdrag decide`: a draft and its decision in; the same file, decided and sealed, out."""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from uppdrag.cli.terminal import column_width, may_ask, wants_colour, write_note

if TYPE_CHECKING:
    from uppdrag.model import Uppdragshandling
    from uppdrag.workspace.check_run import Answer
    from uppdrag.workspace.deciding import Decision
    from uppdrag.workspace.mandates import MandateFile
    from uppdrag.workspace.resources import Folder


@click.command("decide")
@click.argument("file", metavar="FIL")
@click.option("--datum", metavar="ÅÅÅÅ-MM-DD", help="Dagen då beslutet fattades.")
@click.option("--namn", help="Den som beslutade.")
@click.option("--titel", help="Beslutsfattarens titel.")
@click.option("--diarienummer", metavar="NR", help="Ärendets nummer i diariet.")
@click.option("--delegation", metavar="TEXT", help="Stöd för att besluta i någon annans ställe.")
def command(
    file: str,
    datum: str | None,
    namn: str | None,
    titel: str | None,
    diarienummer: str | None,
    delegation: str | None,
) -> int:
    """Beslutar ett utkast: skriver in beslutet i filen och sätter ett fingeravtryck på innehållet.

    \b
    uppdrag decide mandates/rad/2026-06-16.yaml --datum 2026-06-17 \\
        --namn "Kim Exempelsson" --titel "Hälso- och sjukvårdsdirektör"

    Status blir beslutad. Det som redan står i filen behöver inte anges, och det som saknas frågas
    det efter i en terminal. Filen prövas först: har den fel ändras den inte. Allt annat i filen
    står kvar som det är.

    En handling som är beslutad sedan tidigare men saknar fingeravtryck får bara det.
    """
    from uppdrag.findings import Severity, Summary
    from uppdrag.workspace.deciding import Decision, proposed
    from uppdrag.workspace.resources import find_folder
    from uppdrag.workspace.writing import write_safe

    folder = find_folder(Path.cwd())
    target, path = _one_mandate(folder, file)
    given = Decision(*map(_one_line, (datum, namn, titel, diarienummer, delegation)))
    content = target.read()
    handling = _handling(folder, target)
    if handling is None:
        return 1
    text = _text(target, content, handling, given)
    result = proposed(target, text)
    found = _answer(folder, result)
    if any(item.severity is Severity.ERROR for item in found.findings):
        _show(found)
        write_note(_refused(target, handling))
        return 1
    write_safe(Path(os.path.realpath(path)), result.content)
    write_note(_told(target, handling, text))
    if found.findings:
        summary = Summary.of(found.findings, 1).sentence()
        write_note(f"{summary} Se dem med: uppdrag check {target.name}\n")
    return 0


def _one_mandate(folder: Folder, name: str) -> tuple[MandateFile, Path]:
    from uppdrag.findings import UppdragError
    from uppdrag.workspace.mandates import find_mandates

    files = find_mandates(folder, [name])
    if len(files) > 1:
        message = f"{name} innehåller {len(files)} handlingar. Ange en fil: en beslutas i taget."
        raise UppdragError(message)
    path = files[0].path
    if path is None:
        message = "Ange filen som ska beslutas. Standard input kan inte ändras."
        raise UppdragError(message)
    return files[0], path


def _one_line(value: str | None) -> str | None:
    from uppdrag.findings import UppdragError

    if value is None:
        return None
    words = " ".join(value.split())
    if not words:
        message = "En flagga har ett tomt värde. Skriv något i den, eller utelämna den."
        raise UppdragError(message)
    if not words.isprintable():
        message = "En flagga har ett tecken som inte går att skriva i en handling. Skriv om den."
        raise UppdragError(message)
    return words


def _handling(folder: Folder, file: MandateFile) -> Uppdragshandling | None:
    """Return the mandate as it is now; where it cannot be read, show why and return None."""
    from uppdrag.workspace.checking import check_file, held_to

    checked = check_file(file, held_to(folder))
    if checked.handling is None:
        _show(_answer(folder, file))
        write_note(f"{file.name} är inte ändrad. Rätta felen och kör igen.\n")
    return checked.handling


def _text(file: MandateFile, content: bytes, handling: Uppdragshandling, given: Decision) -> str:
    """Return the text of the decided mandate, or of the decided one that gets its seal now."""
    from uppdrag.findings import UppdragError
    from uppdrag.model.fingerprint import shown
    from uppdrag.rules.rule import DRAFTS
    from uppdrag.workspace.deciding import decided, sealed

    if handling.status in DRAFTS:
        return decided(content, _complete(content, file.name, given))
    if handling.fingeravtryck is not None:
        message = (
            f"{file.name} är redan beslutad och har fingeravtrycket "
            f"{shown(handling.fingeravtryck)}. Ett beslut ändras inte: gör en ny version med "
            "uppdrag new."
        )
        raise UppdragError(message)
    if not given.is_empty:
        message = (
            f"{file.name} är redan beslutad. Bara fingeravtrycket kan läggas till: kör "
            f"uppdrag decide {file.name} utan flaggor."
        )
        raise UppdragError(message)
    return sealed(content)


def _complete(content: bytes, name: str, given: Decision) -> Decision:
    """Return the decision with what is asked for; what neither it nor the file says is missing."""
    from uppdrag.findings import UppdragError
    from uppdrag.schema.load import is_date
    from uppdrag.workspace.deciding import stated_in

    known = stated_in(content)
    questions = {
        "datum": "Beslutsdatum (ÅÅÅÅ-MM-DD)",
        "namn": "Beslutsfattarens namn",
        "titel": "Beslutsfattarens titel",
    }
    missing = [
        field for field in questions if getattr(given, field) is None is getattr(known, field)
    ]
    if missing and not may_ask():
        flags = ", ".join(f"--{field}" for field in missing)
        message = f"{name} säger inte allt om beslutet. Ange {flags}."
        raise UppdragError(message)
    for field in missing:
        answer = click.prompt(questions[field], err=True)
        given = replace(given, **{field: _one_line(answer)})
    if missing and given.diarienummer is None is known.diarienummer:
        answer = click.prompt(
            "Diarienummer (Enter om det saknas)", default="", show_default=False, err=True
        )
        given = replace(given, diarienummer=" ".join(answer.split()) or None)
    if given.datum is not None and not is_date(given.datum):
        message = (
            f"”{given.datum}” är inget datum. Skriv det som ÅÅÅÅ-MM-DD, till exempel 2026-06-17."
        )
        raise UppdragError(message)
    return given


def _answer(folder: Folder, file: MandateFile) -> Answer:
    from uppdrag.workspace.check_run import Question, answer

    today = dt.datetime.now().astimezone().date().isoformat()
    return answer(Question(folder, (file,), today, cached=False), lambda: None)


def _show(found: Answer) -> None:
    from uppdrag.findings import text

    style = text.COLOUR if wants_colour(sys.stderr) else text.PLAIN
    write_note(text.render(found.findings, found.lines, 1, style, column_width()))


def _refused(file: MandateFile, before: Uppdragshandling) -> str:
    from uppdrag.rules.rule import DRAFTS

    advice = (
        "Rätta felen och kör igen. Raderna är räknade med beslutet inskrivet."
        if before.status in DRAFTS
        else "Det som är beslutat rättas inte: ange skälet till felet under undantag och kör igen."
    )
    return f"{file.name} är inte ändrad. {advice}\n"


def _told(file: MandateFile, before: Uppdragshandling, text: str) -> str:
    from uppdrag.model.fingerprint import shown
    from uppdrag.rules.rule import DRAFTS
    from uppdrag.workspace.deciding import seal_in

    seal = shown(seal_in(text))
    if before.status in DRAFTS:
        what = f"{file.name} är beslutad. Fingeravtryck: {seal}."
    else:
        what = f"{file.name} var redan beslutad och har nu fingeravtrycket {seal}."
    return f"{what}\nGör Word och PDF med: uppdrag build {file.name}\n"
