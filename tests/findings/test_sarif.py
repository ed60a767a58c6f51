"""The log is SARIF 2.1.0 whatever it is about, and says what the findings say."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from uppdrag import __version__
from uppdrag.findings import Severity, fingerprints
from uppdrag.findings.artifact import artifact_location
from uppdrag.findings.report import Report
from uppdrag.findings.sarif import render
from uppdrag.findings.visible import visible_lines

from .reports import report, reports, texts
from .test_finding import finding

SCHEMA = json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
URI = re.compile(r"(?:file:(?=/))?(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+")


def run_of(made: Report):
    log = json.loads(render(made))
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    return run


def message_of(text: str):
    (result,) = run_of(report(finding(message=text)))["results"]
    return result["message"]["text"]


def test_the_run_tells_of_the_tool_and_how_it_counts():
    run = run_of(report())
    assert run["tool"]["driver"] == {
        "name": "uppdrag",
        "version": __version__,
        "language": "sv-SE",
        "rules": [],
    }
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"] == []


def test_a_result_has_the_place_the_words_and_the_fix():
    made = finding(
        rule="T003",
        severity=Severity.WARNING,
        message="Skriv 6–10.",
        file="mandates/råd/2026-06-16.yaml",
        line=12,
        column=5,
        end_line=12,
        end_column=11,
        path="/syfte",
        words="6 – 10",
        fix="6–10",
    )
    ((_, fingerprint),) = fingerprints([made])
    location = {"uri": "mandates/r%C3%A5d/2026-06-16.yaml", "uriBaseId": "%SRCROOT%"}
    region = {"startLine": 12, "startColumn": 5, "endLine": 12, "endColumn": 11}
    run = run_of(report(made, titles={"T003": "Intervall skrivs med tankstreck"}))
    assert run["tool"]["driver"]["rules"] == [
        {
            "id": "T003",
            "shortDescription": {"text": "Intervall skrivs med tankstreck"},
            "fullDescription": {"text": "Intervall skrivs med tankstreck"},
            "help": {
                "text": "Kör uppdrag explain T003 för en förklaring, med exempel på fel och rätt."
            },
            "defaultConfiguration": {"level": "warning"},
        }
    ]
    assert run["results"] == [
        {
            "ruleId": "T003",
            "ruleIndex": 0,
            "level": "warning",
            "message": {"text": "Skriv 6–10."},
            "locations": [
                {
                    "physicalLocation": {"artifactLocation": location, "region": region},
                    "logicalLocations": [{"fullyQualifiedName": "/syfte"}],
                }
            ],
            "partialFingerprints": {"uppdrag/v1": fingerprint},
            "fixes": [
                {
                    "description": {"text": "Byt ”6 – 10” mot ”6–10”."},
                    "artifactChanges": [
                        {
                            "artifactLocation": location,
                            "replacements": [
                                {"deletedRegion": region, "insertedContent": {"text": "6–10"}}
                            ],
                        }
                    ],
                }
            ],
        }
    ]


@pytest.mark.parametrize(
    ("words", "fix", "told"),
    [("x", "", "Ta bort ”x”."), ("", "y", "Skriv ”y” här."), ("x", "y", "Byt ”x” mot ”y”.")],
)
def test_a_fix_is_told_in_words(words: str, fix: str, told: str):
    (result,) = run_of(report(finding(words=words, fix=fix)))["results"]
    assert result["fixes"][0]["description"]["text"] == told


def test_a_finding_about_the_whole_file_without_a_fix_has_neither_path_nor_fix():
    (result,) = run_of(report(finding()))["results"]
    assert "logicalLocations" not in result["locations"][0]
    assert "fixes" not in result


def test_each_rule_is_told_once_with_its_gravest_level_and_results_point_at_it():
    run = run_of(
        report(
            finding(rule="T003", severity=Severity.INFO),
            finding(rule="F004", severity=Severity.INFO, line=2),
            finding(rule="F004", severity=Severity.ERROR, line=3),
            finding(rule="F004", severity=Severity.WARNING, line=4),
        )
    )
    told = run["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in told] == [
        ("F004", "error"),
        ("T003", "note"),
    ]
    assert [(told[made["ruleIndex"]]["id"], made["level"]) for made in run["results"]] == [
        ("T003", "note"),
        ("F004", "note"),
        ("F004", "error"),
        ("F004", "warning"),
    ]


def test_a_rule_without_a_title_is_called_by_its_id():
    (rule,) = run_of(report(finding(rule="Y001")))["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "Y001"


def test_what_a_reader_would_take_for_a_placeholder_or_a_link_is_escaped():
    assert message_of("Skriv {0} här.") == "Skriv {{0}} här."
    assert message_of("Länken [Läs mer](1) är trasig.") == r"Länken \[Läs mer](1) är trasig."
    assert message_of("Fyll i [ange datum].") == "Fyll i [ange datum]."


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("mandates/rad/a.yaml", "mandates/rad/a.yaml"),
        ("å ä/ö.yaml", "%C3%A5%20%C3%A4/%C3%B6.yaml"),
        ("100%#?.yaml", "100%25%23%3F.yaml"),
        ("kl 13:00.yaml", "kl%2013%3A00.yaml"),
        ("../a.yaml", "../a.yaml"),
        ("\ud800.yaml", "%3F.yaml"),
    ],
)
def test_a_relative_file_is_a_percent_encoded_uri_below_the_root(file: str, uri: str):
    assert artifact_location(file) == {"uri": uri, "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("/srv/å b.yaml", "file:///srv/%C3%A5%20b.yaml"),
        ("C:/mina filer/a.yaml", "file:///C:/mina%20filer/a.yaml"),
        ("//server/del/a.yaml", "file://server/del/a.yaml"),
    ],
)
def test_an_absolute_file_is_a_file_uri_without_a_root(file: str, uri: str):
    assert artifact_location(file) == {"uri": uri}


@given(texts.filter(bool))
def test_every_file_name_becomes_a_uri_that_leads_back_to_it(file: str):
    location = artifact_location(file)
    assert URI.fullmatch(location["uri"])
    assert unquote(location["uri"]).endswith(file.encode("utf-8", "replace").decode("utf-8"))


@given(reports)
def test_the_log_is_valid_and_holds_every_finding_whatever_they_say(made: Report):
    run = run_of(made)
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(made.findings)
    for result, (told, fingerprint) in zip(
        run["results"], fingerprints(made.findings), strict=True
    ):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]["uppdrag/v1"] == fingerprint
        region = result["locations"][0]["physicalLocation"]["region"]
        assert list(region.values()) == [told.line, told.column, told.end_line, told.end_column]
    text = render(made)
    assert visible_lines(text) == text
    assert text.endswith("}\n")


@given(texts)
def test_no_message_holds_a_placeholder_or_a_link(text: str):
    told = message_of(text)
    assert not re.search(r"\{\d+\}", told.replace("{{", "").replace("}}", ""))
    assert not re.search(r"(?<!\\)\[[^\[\]]*\]\(", told)
