"""Random YAML comes out: texts of any kind, and documents with one scalar of each style."""

import unicodedata

from hypothesis import strategies as st

from uppdrag.source import Data, Mapping, Node, Scalar

_SCRAPS = [*" \n:-#'\"[]{}|>&*!%@`,?aåb0~\u0301\r\t.+\\x\x07", "\n  ", "\n- ", "a: ", "\r\n", "- "]
_SCRAPS += ["'x'", '"y"', "|\n  ", "---\n", " #", "\\n", "\U0001f600", "\u1100\u1161\u11a8"]
_LINES = ["a: x", "b:", "  c: 'd d'", "  - e", '- f: "g', '  h"', "i: |", "   text", "  # k", ""]
_LINES += ["l: >-", "  m", "n: [o, p", "  ]", "q: {r: s}", "t: u #v", "---", "...", "  a: b: c"]
_LINES += ["\tx: y", "titel: å\u0308", "? k", ": v", "<<: x", "w: &x y", "z: *x"]

anything = st.one_of(
    st.text(),
    st.lists(st.sampled_from(_SCRAPS), max_size=40).map("".join),
    st.lists(st.sampled_from(_LINES), max_size=12).map("\n".join),
)

_words = st.sampled_from(
    (
        *("ord", "å", "a\u030a", "o\u0308l", "\U0001f600", "1.10", "n\u0303"),
        *("\u1112\u1161\u11ab", "\u1e9b\u0323", "\u00a0", "\u0958", "q\u0307\u0323"),
    )
)
_blanks = st.sampled_from([" ", "  ", "   "])
_breaks = st.sampled_from(["\n", "\r\n", "\r"])
_escapes = ['\\"', "\\\\", "\\n", "\\t", "\\x41", "\\u00e5", "\\U0001F600", "\\ ", "\\_", "\\u030a"]


@st.composite
def _folds(draw: st.DrawFn, margin: str) -> str:
    line_break = draw(_breaks)
    empty = (line_break + draw(st.sampled_from(["", " ", "\t"]))) * draw(st.integers(0, 2))
    before, after = (draw(st.sampled_from(["", " "])) for _ in range(2))
    return before + empty + line_break + margin + after


@st.composite
def _flow_scalars(draw: st.DrawFn, margin: str) -> str:
    quote = draw(st.sampled_from(["", "'", '"']))
    special = {
        "": st.sampled_from(["'", '"', "-", ":x", "#y"]),
        "'": st.just("''"),
        '"': st.one_of(
            st.sampled_from(_escapes),
            _breaks.map(lambda line_break: f"  \\{line_break}\n{margin}"),
        ),
    }[quote]
    pieces = st.one_of(_words, _words, _blanks, _folds(margin), special)
    body = "".join(draw(st.lists(pieces, min_size=1, max_size=8)))
    return f"{quote}{body}{quote}" if quote else f"w{body}w"


@st.composite
def _block_scalars(draw: st.DrawFn, parent: int) -> str:
    width = draw(st.integers(1, 4))
    line_break = draw(_breaks)
    explicit = draw(st.booleans())
    chomping = draw(st.sampled_from(["", "-", "+"]))
    comment = draw(st.sampled_from(["", " ", "  # hej"]))
    text = draw(st.sampled_from("|>")) + (str(width) if explicit else "") + chomping + comment
    leads = st.sampled_from(["", "", "", " ", "  ", "\t"])
    lines = st.lists(st.one_of(_words, _blanks), min_size=1, max_size=4).map("".join)
    has_content = explicit
    for _ in range(draw(st.integers(0, 7))):
        text += line_break
        if draw(st.integers(0, 3)) == 0:
            text += " " * draw(st.integers(0, parent + width))
            continue
        content = draw(leads) + draw(lines) if has_content else f"o{draw(lines)}"
        text += " " * (parent + width) + content
        has_content = True
    return text + draw(st.sampled_from(["", line_break, line_break * 3]))


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw a document whose key ``k`` has a scalar of any style, at any of three levels."""
    before, parent = draw(st.sampled_from([("k: ", 0), ("a:\n  k: ", 2), ("a:\n  - k: ", 4)]))
    scalar = draw(st.one_of(_flow_scalars(" " * (parent + 1)), _block_scalars(parent)))
    after = draw(st.sampled_from(["", "\n", f"\n{' ' * parent}z: 1\n", "\n# slut\n"]))
    return before + scalar + after


def scalars(node: Node | None) -> list[Scalar]:
    """Give every key and every text of a tree."""
    if node is None:
        return []
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        return [found for entry in node.entries for found in (entry.key, *scalars(entry.value))]
    return [found for item in node.items for found in scalars(item)]


def composed(data: Data) -> Data:
    """Give data with every text in NFC, and an empty text for what is empty."""
    if isinstance(data, dict):
        return {unicodedata.normalize("NFC", key): composed(data[key]) for key in data}
    if isinstance(data, list):
        return [composed(item) for item in data]
    return unicodedata.normalize("NFC", data or "")
