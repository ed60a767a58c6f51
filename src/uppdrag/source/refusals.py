"""A place in the tree that uses more of YAML than a mandate may comes in; its defect goes out."""

from uppdrag.source.defect import Defect, Rule
from uppdrag.source.position import Range

MAX_DEPTH = 20
MAX_NODES = 50_000

_SHOWN = 60


def short(text: str) -> str:
    """Give a text on one line, cut to what a message has room for."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def node_property(written: str, place: Range) -> Defect:
    """Refuse an anchor (``&x``) or a tag (``!x``)."""
    mark, name, rule = (
        ("&", "ett ankare", Rule.ALIAS) if written[0] == "&" else ("!", "ett typmärke", Rule.TAG)
    )
    return Defect(
        rule,
        place,
        f"{short(written)} läses som {name} och används inte här. Hör {mark} till texten: sätt "
        "hela värdet inom citattecken. Ta annars bort det.",
    )


def alias(written: str, place: Range) -> Defect:
    """Refuse an alias (``*x``)."""
    return Defect(
        Rule.ALIAS,
        place,
        f"{short(written)} läses som en hänvisning till ett annat värde, och sådana används inte "
        "här. Hör * till texten: sätt hela värdet inom citattecken. Skriv annars ut värdet.",
    )


def merge_key(place: Range) -> Defect:
    """Refuse a merge key (``<<``)."""
    return Defect(
        Rule.MERGE,
        place,
        "<< slår ihop innehåll från ett annat ställe och används inte här. Skriv ut nycklarna där "
        "de ska stå.",
    )


def duplicate_key(key: str, first_line: int, place: Range) -> Defect:
    """Refuse the second of two equal keys and name the line of the first."""
    return Defect(
        Rule.DUPLICATE_KEY,
        place,
        f"Nyckeln ”{short(key)}” finns redan på rad {first_line}. Ta bort den ena, eller för ihop "
        "dem.",
    )


def collection_as_key(place: Range) -> Defect:
    """Refuse a list or mapping in the place of a key."""
    return Defect(
        Rule.KEY,
        place,
        "En nyckel ska vara text, men här står en lista eller flera nycklar. Hör tecknen till "
        "texten: sätt dem inom citattecken.",
    )


def empty_key(place: Range) -> Defect:
    """Refuse a value without a key."""
    return Defect(
        Rule.KEY,
        place,
        "Här saknas en nyckel före kolonet. Skriv nyckelns namn, eller ta bort raden.",
    )


def dash_without_space(place: Range) -> Defect:
    """Refuse a list item whose dash stands at its word."""
    return Defect(
        Rule.MISSING_SPACE,
        place,
        "Det saknas ett mellanslag efter strecket. Skriv - följt av mellanslag före varje punkt i "
        "en lista.",
    )


def key_without_space(key: str, place: Range) -> Defect:
    """Refuse a key whose colon stands at its value."""
    return Defect(
        Rule.MISSING_SPACE,
        place,
        f"Det saknas ett vanligt mellanslag efter kolonet. Skriv {short(key)} följt av mellanslag.",
    )


def directive(place: Range) -> Defect:
    """Refuse a directive (``%TAG``)."""
    return Defect(
        Rule.DIRECTIVE,
        place,
        "En rad som börjar med % är ett direktiv till YAML-läsaren och används inte här. Ta bort "
        "raden.",
    )


def second_document(place: Range) -> Defect:
    """Refuse all but the first document of a file."""
    return Defect(
        Rule.DOCUMENTS,
        place,
        "Här börjar ett andra dokument, men en fil innehåller bara ett. Ta bort raden med --- "
        "eller ..., eller lägg resten i en egen fil.",
    )


def too_deep(place: Range) -> Defect:
    """Refuse more levels than any mandate has."""
    return Defect(
        Rule.DEPTH,
        place,
        f"Här är det fler än {MAX_DEPTH} nivåer under varandra. Skriv innehållet med färre nivåer; "
        "står här en klammer som hör till texten, sätt värdet inom citattecken.",
    )


def too_many(place: Range) -> Defect:
    """Refuse more keys and values than any mandate has."""
    return Defect(
        Rule.SIZE,
        place,
        f"Filen innehåller fler än {MAX_NODES} nycklar och värden. Är det rätt fil? Dela den "
        "annars i flera.",
    )
