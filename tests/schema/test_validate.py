"""The schema's findings: at the words that are wrong, in Swedish, each cause once."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from tests.strategies import mandates

from uppdrag.findings import Finding, Severity, UppdragError, in_order
from uppdrag.model import Uppdragshandling, dump
from uppdrag.schema import load_schema, prune, validate
from uppdrag.schema.load import is_date
from uppdrag.source import load

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "schemas" / "uppdragshandling.schema.json").read_text(encoding="utf-8")
SCHEMA = load_schema(TEXT, "schemat")
HEAD = (
    "format: 1\ntyp: samverkansorgan\nstatus: utkast\ntitel: T\n"
    "syfte: S.\nuppdragsbeskrivning: U.\n"
)


def found(text: str) -> list[Finding]:
    source = load(text, "h.yaml")
    assert source.defects == ()
    data = source.data()
    assert isinstance(data, dict)
    return list(in_order(validate(source, prune(data), SCHEMA)))


def words(text: str, finding: Finding) -> str:
    line = text.splitlines()[finding.line - 1]
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line)
    return line[finding.column - 1 : end]


def only(text: str) -> Finding:
    (finding,) = found(text)
    return finding


def test_a_complete_draft_has_no_findings() -> None:
    assert found(HEAD) == []


@given(mandates())
def test_no_mandate_that_the_model_can_hold_breaks_the_schema(handling: Uppdragshandling) -> None:
    assert [f for f in found(dump(handling)) if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("lines", "rule", "at", "part"),
    [
        ("diarenummer: RS 1\n", "S001", "diarenummer", "Menade du diarienummer?"),
        ("Sändlista: [X]\n", "S001", "Sändlista", "Menade du sändlista?"),
        ("Övriga frågor: x\n", "S001", "Övriga frågor", "avsnitt_övriga_frågor"),
        ("avsnitt_Övrigt: x\n", "S001", "avsnitt_Övrigt", "små bokstäver"),
        ("arbetsorganisation:\n  kommunikation: x\n", "S001", "kommunikation", "ta bort indraget"),
        ("beslut: {dag: x}\n", "S001", "dag", "Här kan stå: beslutsfattare, datum"),
        ("organisation: {namn: x}\n", "S002", "{namn: x}", "Här står nycklar med värden."),
        ("kommunikation: [a, b]\n", "S002", "[a, b]", "Här står en lista."),
        ("kortnamn: rådet\n", "S002", "rådet", "en lista"),
        ("arbetsorganisation:\n  mötesfrekvens: {minst: fyra}\n", "S002", "fyra", "ett heltal"),
        ("sändlista:\n  - för: kännedom\n", "S003", "för", "Mottagare saknas i sändlista, punkt 1"),
        ("arbetsorganisation:\n  mötesfrekvens: {minst: 4, per: månd}\n", "S004", "månd", "månad"),
        ("datum: 2026-02-30\n", "S005", "2026-02-30", "finns inte i kalendern"),
        ("datum: 16 juni 2026\n", "S005", "16 juni 2026", "ÅÅÅÅ-MM-DD"),
        ("sändlista: [{mottagare: X, epost: x}]\n", "S005", "x", "e-postadress"),
        ('kommunikation: ""\n', "S006", '""', "saknar innehåll"),
        ("kommunikation:\n", "S006", "kommunikation", "har inget värde"),
        ("kortnamn: []\n", "S006", "[]", "saknar innehåll"),
        ("arbetsorganisation:\n  mötesfrekvens: {minst: 500}\n", "S007", "500", "kan inte vara"),
        (f"diarienummer: {'9' * 61}\n", "S007", "9" * 61, "högst 60 tecken men har 61"),
    ],
)
def test_a_fault_points_to_its_words_and_says_what_to_write(
    lines: str, rule: str, at: str, part: str
) -> None:
    text = HEAD + lines
    finding = only(text)
    assert finding.rule == rule
    assert words(text, finding) == at
    assert part in finding.message


def test_a_mistyped_key_is_not_reported_as_missing_too() -> None:
    text = HEAD.replace("titel:", "titell:")
    finding = only(text)
    assert (finding.rule, words(text, finding)) == ("S001", "titell")


def test_a_missing_key_points_to_the_key_that_it_follows() -> None:
    text = HEAD.replace("titel: T\n", "")
    finding = only(text)
    assert (finding.rule, words(text, finding)) == ("S003", "status")
    assert finding.path == "/titel"


def test_a_missing_key_with_nothing_before_it_points_to_the_first_key() -> None:
    text = "# en rad före\n" + HEAD.replace("format: 1\n", "")
    assert words(text, only(text)) == "typ"


def test_no_missing_key_points_to_the_very_first_characters_of_the_file() -> None:
    text = HEAD.replace("format: 1\n", "")
    assert words(text, only(text)) == "samverkansorgan"


def test_a_key_that_must_have_a_value_points_to_itself() -> None:
    text = HEAD.replace("titel: T", "titel:")
    finding = only(text)
    assert (finding.rule, words(text, finding), finding.severity) == (
        "S003",
        "titel",
        Severity.ERROR,
    )


def test_a_draft_may_lack_its_decision_and_a_decided_mandate_may_not() -> None:
    decided = HEAD.replace("utkast", "beslutad")
    assert [f.path for f in found(decided)] == ["/datum", "/diarienummer", "/beslut", "/sändlista"]
    assert {f.rule for f in found(decided)} == {"F002"}


def test_a_decision_needs_a_date_and_a_name_with_a_title() -> None:
    text = HEAD.replace("utkast", "beslutad") + (
        "datum: 2026-01-01\ndiarienummer: RS 1\nsändlista: [X]\nbeslut:\n"
        "  beslutsfattare: {namn: Kim Ek}\n"
    )
    assert [(f.rule, f.path) for f in found(text)] == [
        ("F002", "/beslut/datum"),
        ("F002", "/beslut/beslutsfattare/titel"),
    ]


def test_what_a_type_needs_is_a_warning_in_a_draft_and_an_error_after() -> None:
    text = HEAD.replace("uppdragsbeskrivning: U.\n", "")
    assert [(f.rule, f.severity) for f in found(text)] == [("F001", Severity.WARNING)]
    remitted = text.replace("utkast", "remiss")
    assert [(f.rule, f.severity) for f in found(remitted)] == [("F001", Severity.ERROR)]


def test_a_group_under_a_common_document_needs_only_its_own_parts() -> None:
    assert found("format: 1\ntyp: samordningsråd\nstatus: utkast\ntitel: T\nutgår_från: G\n") == []


def test_the_type_must_be_one_of_the_four_and_a_near_miss_is_guessed() -> None:
    text = HEAD.replace("samverkansorgan", "samordnigsråd")
    finding = only(text)
    assert (finding.rule, words(text, finding)) == ("S004", "samordnigsråd")
    assert "Menade du samordningsråd?" in finding.message


@pytest.mark.parametrize("text", ["nej", "[1]", '{"type": 1}', "[" * 2000])
def test_a_folders_own_schema_that_is_none_is_refused_in_swedish(text: str) -> None:
    with pytest.raises(UppdragError, match="går inte att använda"):
        load_schema(text, "eget.json")


@pytest.mark.parametrize("value", ["2026-6-16", "20260616", "2026-06-16T10:00", "2026-W01-1", 7])
def test_only_a_whole_day_in_one_form_is_a_date(value: object) -> None:
    assert not is_date(value)


def test_the_schema_is_valid_and_helps_the_writer_in_every_field() -> None:
    content = json.loads(TEXT)
    Draft202012Validator.check_schema(content)
    fields = list(_fields(content))
    assert len(fields) > 60
    for path, field in fields:
        assert {"title", "description", "examples", "errorMessage"} <= set(field), path


def _fields(node: object, path: str = "") -> list[tuple[str, dict[str, object]]]:
    """Return every field that holds a value, but not the conditions or references to others."""
    if not isinstance(node, dict):
        return []
    listed: list[tuple[str, dict[str, object]]] = []
    for name, field in node.get("properties", {}).items():
        if "$ref" not in field:
            listed.append((f"{path}/{name}", field))
        listed += _fields(field, f"{path}/{name}")
    for name, field in node.get("$defs", {}).items():
        listed += _fields(field, f"{path}/$defs/{name}")
    if isinstance(node.get("items"), dict):
        listed += _fields(node["items"], f"{path}/items")
    return listed
