"""The comment of a pull request shows the changes, and nothing in them is markup or a call."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.compare.two_revisions import NEW, OLD, compared, comparisons, every_kind

from uppdrag.compare import Comparison
from uppdrag.compare.telling.describe import told
from uppdrag.render.revision.markdown import LIMIT, render, render_branch

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ALLOWED = {
    *("heading", "paragraph", "bullet_list", "list_item", "strong", "s", "em"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
OUR_HTML = re.compile(r"(?:</?details>|<summary>Övriga ändringar \(\d+\)</summary>|\s)*")
# What GitHub and GitLab look for in the finished text.
CALLS = re.compile(
    r"@\w|[#!~%&$]\w|:[\w+-]+:|GH-\d|(?:https?|ftp)://\w|\bwww\.\w", re.IGNORECASE | re.ASCII
)

WHOLE = """\
## Ändringar i uppdragshandling för rådet

| Uppgift | Tidigare | Ny |
|:---|:---|:---|
| Datum | 2026-01-01 | 2026-01-01 |
| Diarienummer | RS 2026-00001 | RS 2026-00001 |
| Status | Beslutad | Beslutad |
| Beslut | 2026-01-02, Kim Exempelsson, Direktör | 2026-01-02, Kim Exempelsson, Direktör |
| Källa | gammal.yaml | ny.yaml |

**3 ändringar, 2 i sak: 1 borttagen och 2 omformulerade.**

### Ändringar i sak

Tal och gränser:

- **Mötesfrekvens:** ”~~4–8~~” → ”**4–6**” gånger per år

Tillagt och borttaget innehåll:

- **Syfte med uppdraget, borttagen punkt:** ~~andra punkten om digital teknik~~

<details>
<summary>Övriga ändringar (1)</summary>

- **Syfte med uppdraget:** Till sist ska det ”~~sprida~~” → ”**visa**” exempel.

</details>
"""


def test_the_whole_comment() -> None:
    new = OLD.replace("högst: 8", "högst: 6").replace("sprida", "visa")
    new = new.replace("  - andra punkten om digital teknik\n", "")
    assert render(compared(OLD, new)) == WHOLE


def test_a_branch_lists_its_mandates_first() -> None:
    comparison = compared(OLD, NEW)
    shown = render_branch([comparison], ["a.yaml är en ny handling."])
    assert shown.startswith(
        "## Ändrade handlingar\n\n1 handling har ändrats.\n\n"
        "- **Uppdragshandling för rådet, reviderad februari 2026**, 2026-01-01 → 2026-02-01: "
    )
    assert "\n- a.yaml är en ny handling.\n\n### Ändringar i uppdragshandling" in shown
    assert shown.endswith(render(comparison).replace("## Ändr", "### Ändr").partition("\n")[2])


def test_what_there_is_no_room_for_is_counted() -> None:
    many = "".join(f"  - sak {number} {'ord ' * 30}{number}\n" for number in range(700))
    comparison = compared(OLD, OLD.replace("  - första", f"{many}  - första"))
    shown = render(comparison)
    assert len(shown.encode("utf-8")) <= LIMIT
    found = re.search(r"\nYtterligare (\d+) ändringar ryms inte här\. Kör", shown)
    assert found
    assert int(found[1]) + shown.count("\n- **") == len(comparison.changes)


def test_the_fold_is_closed_where_the_room_ends() -> None:
    many = "".join(f"  Stycke {number} med ord. {'x ' * 99}\n\n" for number in range(900))
    old = OLD.replace("syfte: |\n", f"syfte: |\n{many}")
    shown = render(compared(old, old.replace(" ord. ", " tecken. ")))
    assert len(shown.encode("utf-8")) <= LIMIT
    assert shown.count("<details>") == shown.count("</details>") == 1
    assert shown.index("</details>") < shown.index("Ytterligare")


@given(comparisons(st.text(min_size=1, max_size=40).filter(str.strip)))
def test_no_text_is_markup_or_calls_anyone(comparison: Comparison) -> None:
    shown = render_branch([comparison], [comparison.new.name])
    for token in READER.parse(shown):
        if token.type == "html_block":
            assert OUR_HTML.fullmatch(token.content)
        elif token.type != "inline":
            assert token.type.rpartition("_")[0] in ALLOWED
        for child in token.children or ():
            assert child.type in {"text", "softbreak"} or child.type.rpartition("_")[0] in ALLOWED
            assert not CALLS.search(child.content)


@given(comparisons())
def test_every_change_is_an_item_and_its_words_are_there(comparison: Comparison) -> None:
    tokens = READER.parse(render(comparison))
    items = [
        "".join(child.content for child in token.children or ())
        for token in tokens
        if token.type == "inline" and token.level == 3
    ]
    items = [item.replace("\u200b", "").removesuffix(" (syns inte i dokumentet)") for item in items]
    assert sorted(items) == sorted(told(change).sentence for change in comparison.changes)


def test_the_same_comparison_gives_the_same_comment() -> None:
    assert render(every_kind()) == render(every_kind())
