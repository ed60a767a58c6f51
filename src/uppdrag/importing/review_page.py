"""Where each line of a text went in; a web page that shows it beside the text, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from uppdrag.importing.review import Placed, Standing
from uppdrag.render.html.inlines import text

_SIGNS = {
    Standing.CERTAIN: "✓",
    Standing.GUESSED: "?",
    Standing.PERSON: "!",
    Standing.LEFT_OUT: "–",
}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1.5rem; color: #121212;
  font: 1rem/1.45 Calibri, Carlito, sans-serif; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: .4rem .7rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid #c3c9cc; }
th { background: #e0e3e4; }
.number { width: 3.5rem; color: #37474f; }
.standing { width: 9.5rem; }
.guessed, .person { background: #f0f1f1; }
.person { border-left: 4px solid #c00000; }
.guessed { border-left: 4px solid #37474f; }
ul { margin: .2rem 0 0; padding-left: 1.1rem; }
"""


def review_page(name: str, rows: Sequence[Placed]) -> bytes:
    """Return the page: left what the file says, right the key that it went to and how sure."""
    counts = Counter(row.standing for row in rows)
    told = ", ".join(f"{counts[one]} {one}" for one in Standing if counts[one])
    title = text(f"Inläst: {name}")
    body = "\n".join(map(_row, rows))
    page = f"""<!doctype html>
<html lang="sv-SE">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>Rader: {text(told)}.</p>
<table>
<thead><tr><th scope="col" class="number">Rad</th><th scope="col">I filen</th>
<th scope="col">I handlingen</th><th scope="col" class="standing">Hur säkert</th></tr></thead>
<tbody>
{body}
</tbody>
</table>
</main>
</body>
</html>
"""
    return page.encode("utf-8")


def _row(row: Placed) -> str:
    notes = "".join(f"<li>{text(words)}</li>" for words in row.notes)
    keys = text(", ".join(row.keys) or "–")
    said = f"<ul>{notes}</ul>" if notes else ""
    sign = _SIGNS[row.standing]
    kind = row.standing.name.lower().replace("_", "-")
    return (
        f'<tr class="{kind}"><td class="number">{row.number}</td><td>{text(row.words)}</td>'
        f"<td><code>{keys}</code>{said}</td>"
        f'<td class="standing">{sign} {text(row.standing.value)}</td></tr>'
    )
