import pytest

from uppdrag.source import Lines, Position, Range


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("", 0, 1, 1),
        ("ab", 2, 1, 3),
        ("a\nb", 2, 2, 1),
        ("a\r\nb", 3, 2, 1),
        ("a\rb", 2, 2, 1),
        ("a\n", 2, 2, 1),
        ("a\n\r\nb", 4, 3, 1),
        ("\U0001f600å\u0301x", 3, 1, 4),
        ("a\u2028b", 2, 1, 3),
    ],
)
def test_a_place_is_counted_as_an_editor_counts_it(
    text: str, offset: int, line: int, column: int
) -> None:
    assert Lines(text).position(offset) == Position(line, column)
    assert Lines(text).line(offset) == line


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_the_range_of_a_line_leaves_the_line_break_out(line_break: str) -> None:
    text = f"titel: x{line_break}syfte: y"
    lines = Lines(text)

    shown = [text[lines.range_of_line(n).start : lines.range_of_line(n).end] for n in (1, 2)]

    assert len(lines) == 2
    assert shown == ["titel: x", "syfte: y"]


def test_an_empty_text_has_one_empty_line() -> None:
    assert Lines("").range_of_line(1) == Range(0, 0)
