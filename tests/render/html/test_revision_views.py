"""How a change looks to a reader: in the text, side by side, and in the summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest
from tests.compare.two_revisions import compared
from tests.render.html.conftest import TEMPLATES
from tests.render.html.revision_reader import Element, read

from uppdrag.compare import Comparison
from uppdrag.findings.error import UppdragError
from uppdrag.render.html.revision import render_revision
from uppdrag.render.html.revision_template import RevisionTemplate, compile_revision_template
from uppdrag.render.theme import Theme

Seen: TypeAlias = Callable[[str, str], Element]

HEAD = "format: 1\ntyp: samordningsråd\nstatus: utkast\ntitel: Rådet\n"


@pytest.fixture(scope="session")
def template() -> RevisionTemplate:
    path = TEMPLATES / "jamforelse.html.j2"
    return compile_revision_template(path.read_text(encoding="utf-8"))


@pytest.fixture
def seen(theme: Theme, template: RevisionTemplate) -> Seen:
    def _seen(old: str, new: str) -> Element:
        return read(render_revision(between(old, new), theme, template))

    return _seen


def between(old: str, new: str) -> Comparison:
    def handling(text: str) -> str:
        lines = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
        return f"{HEAD}syfte: |\n{lines}"

    return compared(handling(old), handling(new))


def drawn(element: Element) -> str:
    """Return the words with `[-gone-]`, `{+come+}` and `<labels>`, one element a line."""
    parts = []
    for part in element.parts:
        if isinstance(part, str):
            parts.append(part)
        elif part.tag == "del":
            parts.append(f"[-{part.text}-]")
        elif part.tag == "ins":
            parts.append(f"{{+{part.text}+}}")
        elif part.is_label or "by" in part.classes:
            parts.append(f"<{part.text}>")
        elif not part.classes & {"heard", "gap", "number"}:
            parts.append(drawn(part))
    return " ".join("".join(parts).split())


def inline(page: Element) -> Element:
    return page.one("article", "document")


def test_words_that_became_others_are_struck_and_underlined(seen: Seen):
    page = seen("Rådet utses av koncernledningen.", "Rådet utses av ledningsgruppen.")
    paragraph = inline(page).one("p", "changed")
    assert drawn(paragraph) == "Rådet utses av [-koncernledningen-]{+ledningsgruppen+}."
    assert "[borttaget] koncernledningen [slut]" in paragraph.text
    assert "[tillagt] ledningsgruppen [slut]" in paragraph.text
    row = page.one("table", "sides").all("tr", "changed")[0]
    assert [drawn(cell) for cell in row.all("td")] == [
        "Rådet utses av [-koncernledningen-].",
        "Rådet utses av {+ledningsgruppen+}.",
    ]


def test_numbers_are_those_of_the_new_document(seen: Seen):
    page = seen("1. ett\n2. två\n3. tre\n4. fyra", "1. ett\n2. tre\n3. nytt\n4. fyra")
    items = inline(page).one("ol").all("li")
    numbered = [(item.attributes.get("value", "–"), drawn(item)) for item in items]
    assert numbered == [
        ("1", "ett"),
        ("–", "[-två-]"),
        ("2", "tre"),
        ("3", "{+nytt+}"),
        ("4", "fyra"),
    ]
    signs = [
        [sign.text for sign in cell.all(name="sign")]
        for row in page.one("table", "sides").all("tr")
        for cell in row.all("td")
    ]
    assert [sign for (sign,) in filter(None, signs)] == [
        *("1.", "1.", "2.", "3.", "2.", "3.", "4.", "4."),
    ]


def test_the_two_places_of_a_move_lead_to_each_other(seen: Seen):
    first, second, third = (f"Det {n} stycket handlar om {n} saker i vården." for n in "abc")
    page = seen(
        f"{first}\n\n{second} {second}\n\n{third}", f"{second} {second}\n\n{third}\n\n{first}"
    )
    away, here = inline(page).all("a", "label")
    assert (away.text, here.text) == ("flyttat härifrån ↓", "flyttat hit ↑")
    ids = [e.attributes["id"] for e in inline(page).all(name="moved")]
    assert [here.attributes["href"], away.attributes["href"]] == [f"#{found}" for found in ids]
    assert len(page.one("table", "sides").all("a", "label")) == 2


def test_a_split_has_a_sign_and_is_one_row_side_by_side(seen: Seen):
    one, other = "Rådet samordnar vården i länet.", "Det träffas fyra gånger om året i lokalen."
    page = seen(f"{one} {other}", f"{one}\n\n{other}")
    assert "{+¶ delat här+}" in drawn(inline(page))
    (row,) = page.one("table", "sides").all("tr", "changed")
    old, new = row.all("td")
    assert [drawn(part) for part in old.all("div")] == [f"{one}[- -]{other}"]
    assert len(new.all("div")) == 2


def test_a_form_that_changed_is_told_in_words(seen: Seen):
    page = seen("Rådet är **rådgivande** i allt.", "Rådet är rådgivande i allt.")
    assert drawn(inline(page).one("p", "changed")) == "Rådet är rådgivande <tidigare fet> i allt."


def test_an_address_that_changed_is_shown(seen: Seen):
    page = seen("Läs [mer](https://exempel.se/a).", "Läs [mer](https://exempel.se/b).")
    shown = drawn(inline(page).one("p", "changed"))
    assert shown == "Läs [-mer-] <https://exempel.se/a>{+mer+} <https://exempel.se/b>."


def test_a_space_that_became_hard_can_be_seen(seen: Seen):
    page = seen("Totalt 10 procent i år.", "Totalt 10\u00a0procent i år.")
    assert "hårt mellanslag" in inline(page).text
    assert "[hårt mellanslag]" in page.one("ul", "lines").text


def test_rows_of_a_table_come_and_go_whole(seen: Seen):
    head = "| Tid | Vad |\n| --- | --- |\n| vår | start |\n"
    page = seen(
        f"{head}| sommar | vila |\n| höst | slut |", f"{head}| höst | slut |\n| jul | fest |"
    )
    rows = [(row.classes, drawn(row)) for row in inline(page).one("tbody").all("tr")]
    assert rows == [
        (set(), "vårstart"),
        ({"gone"}, "[-sommar-][-vila-]"),
        (set(), "höstslut"),
        ({"came"}, "{+jul+}{+fest+}"),
    ]


def test_what_is_far_from_a_change_can_be_folded_and_headings_stay(seen: Seen):
    same = [f"Stycke {n} om något helt eget ämne {n * n}." for n in range(6)]
    page = seen("\n\n".join([*same, "Sist gammalt."]), "\n\n".join([*same, "Sist nytt."]))
    far = inline(page).all(name="far")
    assert [drawn(part) for part in far if part.tag == "p"][-5:] == same[:5]
    assert inline(page).all("p", "gap")[-1].text == "5 oförändrade stycken"
    assert not [e for e in inline(page).all() if e.tag in {"h3", "h4"} and "far" in e.classes]
    assert page.one("table", "sides").all("tr", "gap")[-1].text == "5 oförändrade stycken"


def test_folded_points_are_counted_as_points(seen: Seen):
    points = [f"- punkt {n} om sak {n * 7}" for n in range(7)]
    page = seen("\n".join(points), "\n".join([*points, "- en helt ny sak"]))
    assert inline(page).one("li", "gap").text == "6 oförändrade punkter"
    assert len(inline(page).all("li", "far")) == 6


def test_the_same_substitution_at_three_places_is_one_line(seen: Seen):
    old = [f"Ärende {n}{n} bereds för koncernledningen varje gång." for n in "abc"]
    new = [text.replace("koncernledningen", "ledningsgruppen") for text in old]
    page = seen("\n\n".join(old), "\n\n".join(new))
    assert page.one("p", "count").text.startswith("3 ändringar, 3 i sak")
    (line,) = page.all("li", "line")
    assert "På 3 ställen: [-koncernledningen-] → {+ledningsgruppen+}" in drawn(line)
    assert [a.attributes["href"] for a in line.all("a")] == [f"#andring-{n}" for n in (1, 2, 3)]


def test_a_long_text_is_cut_and_can_be_read_whole(seen: Seen):
    long = " ".join(f"Mening {n} säger något om rådets arbete." for n in range(20))
    page = seen("Kort.", f"Kort.\n\n{long}")
    (line,) = page.all("li", "line")
    assert drawn(line.one("details")) == f"Hela texten {{+{long}+}}"
    assert line.text.index("…") < line.text.index("Hela texten")


def test_a_section_says_how_many_changes_it_has(theme: Theme, template: RevisionTemplate):
    old = f"{HEAD}syfte: Gammalt syfte för rådet.\nsamband: Samband med andra råd.\n"
    new = old.replace("Gammalt", "Nytt") + "kommunikation: Ett helt nytt avsnitt.\n"
    page = read(render_revision(compared(old, new), theme, template))
    listed = [drawn(item) for item in page.one("nav", "contents").all("li")]
    assert listed[0] == "Sammanfattning"
    assert listed[1] == "Dokumentets huvud"
    assert listed[2] == "Syfte med uppdraget 1"
    assert listed[3].startswith("Samband")
    assert not listed[3][-1].isdigit()
    assert listed[4] == "Kommunikation nytt 1"


def test_who_made_a_change_and_a_conflict_are_told(theme: Theme, template: RevisionTemplate):
    comparison = between("Rådet har tio platser.\n\nSlut.", "Rådet har tolv platser.\n\nSlut nu.")
    changes = tuple(
        replace(change, by=name, conflict=1)
        for change, name in zip(comparison.changes, ("Kim", "Bo"), strict=True)
    )
    own = replace(comparison, changes=changes)
    page = read(render_revision(own, theme, template))
    box = page.one("div", "conflict")
    assert box.one("h3").text.startswith("Konflikt 1: ")
    assert [line.one("a").text.split(",")[0] for line in box.all("li")] == ["Kim", "Bo"]
    assert [e.text for e in inline(page).all("span", "label")] == ["Konflikt 1", "Konflikt 1"]


def test_a_template_of_ones_own_is_told_what_it_may_ask_for(theme: Theme):
    template = compile_revision_template("{{ page.titel }}", "egen.html.j2")
    expected = (
        r"^egen\.html\.j2:1: sidmallen .* fältet ”titel” finns inte \(menade du ”page\.title”"
    )
    with pytest.raises(UppdragError, match=expected):
        template.prove(theme)


def test_the_shipped_template_proves_itself(theme: Theme, template: RevisionTemplate):
    template.prove(theme)
    assert template.name == "jamforelse.html.j2"
