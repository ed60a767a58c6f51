"""Every line of a text has a place in the review of its import."""

from uppdrag.importing import import_text
from uppdrag.importing.review import Standing, placed
from uppdrag.importing.review_page import review_page

TEXT = "Uppdragshandling för samordningsråd lek\n\nSyfte\n\nAtt leka.\n\nGungor\n\nRöda gungor.\n"


def test_each_line_is_told_with_its_key_and_how_sure_it_is():
    rows = placed(import_text(TEXT, "lek.txt"), TEXT)
    assert [(row.number, row.keys[0].split(" ")[0], row.standing) for row in rows] == [
        (1, "titel", Standing.GUESSED),
        (3, "syfte", Standing.CERTAIN),
        (5, "syfte", Standing.CERTAIN),
        (7, "avsnitt_gungor", Standing.GUESSED),
        (9, "avsnitt_gungor", Standing.CERTAIN),
    ]


def test_a_line_that_was_left_out_is_shown_as_such():
    text = f"Gå direkt till innehållet\n{TEXT}"
    first = placed(import_text(text, "lek.txt"), text)[0]
    assert (first.keys, first.standing) == ((), Standing.LEFT_OUT)


def test_markup_in_a_text_is_text_on_the_page():
    text = f"{TEXT}\n<script>alert(1)</script>\n"
    page = review_page("<b>.txt", placed(import_text(text, "x.txt"), text)).decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "Inläst: &lt;b&gt;.txt" in page
