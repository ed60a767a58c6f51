"""`uppdrag verify`: Word files, PDFs and web pages in; what they are, and if unaltered, out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from uppdrag.cli.terminal import write, write_shown
from uppdrag.findings.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uppdrag.workspace.sealed import Match
    from uppdrag.workspace.verifying import Verdict

UNALTERED, ALTERED, UNREADABLE = 0, 1, 2


@click.command("verify")
@click.argument("files", nargs=-1, required=True, metavar="FIL...")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Hur svaret visas: text för människor, json för program.",
)
def command(files: tuple[str, ...], output_format: str) -> int:
    """Visar vilken handling ett dokument är, och om det är det som beslutades.

    FIL är Word, PDF eller webbsida. Handlingen söks i mappen mandates med dokumentets
    fingeravtryck och byggs på nytt. Är filerna inte lika byte för byte jämförs orden i ordning;
    utseende, bilder och sådant som lagts ovanpå texten jämförs inte.

    Kommandot slutar med 0 om allt är oförändrat, 1 om något är ändrat eller okänt och 2 om en fil
    inte går att läsa.
    """
    from tempfile import TemporaryDirectory

    from uppdrag.findings.json_text import json_text
    from uppdrag.workspace.resources import find_folder
    from uppdrag.workspace.verifying import Verifier

    with TemporaryDirectory(prefix="uppdrag-", ignore_cleanup_errors=True) as scratch:
        verifier = Verifier(find_folder(Path.cwd()), Path(scratch))
        verdicts = [verifier.verify(Path(file)) for file in files]
    if output_format == "json":
        write(json_text({"files": [_data(verdict) for verdict in verdicts]}))
    else:
        write_shown("\n".join("\n".join(_lines(verdict)) + "\n" for verdict in verdicts))
    return max(_code(verdict) for verdict in verdicts)


def _code(verdict: Verdict) -> int:
    from uppdrag.workspace.verifying import Result

    codes = {Result.UNALTERED: UNALTERED, Result.UNREADABLE: UNREADABLE}
    return codes.get(verdict.result, ALTERED)


def _lines(verdict: Verdict) -> Iterator[str]:
    yield f"{visible(verdict.name)}: {_result(verdict)}"
    if verdict.match is not None:
        yield f"    {visible(_title(verdict.match))}"
        yield f"    {visible(verdict.match.file.name)}, fingeravtryck {visible(verdict.claim)}"
    for reason in verdict.reasons:
        yield f"    {visible(reason)}"
    for difference in verdict.differences:
        words = [
            f"… {difference.before}" if difference.before else "",
            f"[-{difference.expected}-]" if difference.expected else "",
            f"{{+{difference.found}+}}" if difference.found else "",
            f"{difference.after} …" if difference.after else "",
        ]
        yield visible("      " + " ".join(filter(None, words)))
    if verdict.differences:
        yield "    [-står i handlingen-] {+står i filen+}"


def _result(verdict: Verdict) -> str:
    from uppdrag.workspace.verifying import How, Result

    if verdict.result is not Result.UNALTERED:
        return {
            Result.ALTERED: "ändrad",
            Result.UNKNOWN: "okänd",
            Result.UNREADABLE: "går inte att läsa",
        }[verdict.result]
    return {
        How.BYTES: "oförändrad, byte för byte",
        How.APPENDED: "oförändrad, med något tillagt sist (till exempel en underskrift)",
        How.WORDS: "samma ord i samma ordning, men inte byte för byte samma fil",
    }[verdict.how]


def _title(match: Match) -> str:
    handling = match.handling
    facts = (handling.titel, handling.datum, handling.diarienummer, handling.status.value)
    return ", ".join(filter(None, facts))


def _data(verdict: Verdict) -> dict[str, Any]:
    match = verdict.match
    return {
        "file": verdict.name,
        "result": verdict.result.value,
        "how": verdict.how.value,
        "fingerprint": verdict.claim,
        "mandate": match.file.name if match is not None else "",
        "reasons": list(verdict.reasons),
        "differences": [
            {
                "before": difference.before,
                "expected": difference.expected,
                "found": difference.found,
                "after": difference.after,
            }
            for difference in verdict.differences
        ],
    }
