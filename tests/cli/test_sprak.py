"""Click's own texts are Swedish on every system: nothing a user can reach is left in English."""

import ast
import re
import string
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from uppdrag.cli import main
from uppdrag.cli.sprak import SWEDISH, TYPE_NAMES, translate_plural

CLICK = Path(click.__file__).parent

# Click's own editor, progress bar and pager, none of which the program uses.
MODULES_NOT_USED = {"_termui_impl.py"}

# Told to the one who writes a command wrongly, never to the one who runs it.
FOR_PROGRAMMERS = {
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Could not determine name for option with declarations {decls!r}",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    (
        "No options defined but a name was passed ({name}). Did you mean to declare an argument "
        "instead? Did you mean to pass '--{name}'?"
    ),
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
}

ENGLISH_WORDS = re.compile(
    r"\b(usage|options?|commands?|arguments?|args|show|this|message|exit|error|missing|invalid|"
    r"value|default|required|try|help|did|you|mean|such|got|unexpected|choose|from|"
    r"path|file|directory|filename|integer|boolean)\b"
)
# Flags keep the ecosystem's names; the argument of an option is TEXT in Swedish too.
NAMES_OF_FLAGS = re.compile(r"--?\w+")


def texts_in_click():
    for module in sorted(CLICK.glob("*.py")):
        if module.name in MODULES_NOT_USED:
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}:
                for argument in node.args:
                    if isinstance(argument, ast.Constant):
                        yield argument.value


def fields(template: str):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def english_in(text: str):
    return set(ENGLISH_WORDS.findall(NAMES_OF_FLAGS.sub("", text).lower())) - {"argument"}


def run(*arguments: str, command: click.Command = main):
    return CliRunner().invoke(command, list(arguments), prog_name="uppdrag").output


def test_every_text_a_user_can_meet_is_in_the_table():
    texts = set(texts_in_click())
    assert len(texts) > 50
    assert texts - set(SWEDISH) - FOR_PROGRAMMERS == set()


def test_the_texts_for_programmers_are_still_in_click():
    assert set(texts_in_click()) >= FOR_PROGRAMMERS


@pytest.mark.parametrize(("english", "swedish"), SWEDISH.items())
def test_a_translation_fills_in_nothing_that_click_does_not_give(english: str, swedish: str):
    assert fields(swedish) <= fields(english)


def test_the_help_has_no_english_word_left():
    output = run("--help")
    assert "Användning: uppdrag [FLAGGOR] KOMMANDO" in output
    assert "Visar den här hjälpen." in output
    assert english_in(output) == set()


@click.command(no_args_is_help=False, options_metavar="[FLAGGOR]")
@click.argument("mapp", type=click.Path(exists=True, file_okay=False))
@click.option("--antal", type=click.IntRange(1, 9), default=3, show_default=True)
@click.option("--andel", type=float)
@click.option("--namn", required=True, help="Namnet.")
@click.option("--form", type=click.Choice(["docx", "pdf"]))
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--ja", type=bool)
@click.option("--par", nargs=2)
@click.option("--ut", type=click.Path())
@click.option("--tyst", is_flag=True)
def sample(**_values: object):
    """Visar allt som click kan säga."""


def test_a_commands_help_has_no_english_word_left():
    output = run("--help", command=sample)
    assert "--antal HELTAL" in output
    assert "[förval: 3; 1<=x<=9]" in output
    assert "[måste anges]" in output
    assert english_in(output) == set()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Saknar argumentet 'MAPP'."),
        (["."], "Saknar flaggan '--namn'."),
        (["finns-inte", "--namn", "n"], "Mapp 'finns-inte' finns inte."),
        ([".", "--namn", "n", "mer"], "Ett argument för mycket: mer"),
        ([".", "--namn", "n", "mer", "till"], "Flera argument för mycket: mer till"),
        ([".", "--naamn", "n"], "Flaggan '--naamn' finns inte. Menade du '--namn'?"),
        ([".", "--namn"], "Flaggan '--namn' behöver ett värde."),
        ([".", "--par", "1"], "Flaggan '--par' behöver 2 värden."),
        ([".", "--tyst=1"], "Flaggan '--tyst' tar inget värde."),
        ([".", "--namn", "n", "--antal", "x"], "'x' är inget heltal."),
        ([".", "--namn", "n", "--antal", "12"], "12 ligger utanför 1<=x<=9."),
        ([".", "--namn", "n", "--andel", "x"], "'x' är inget tal."),
        ([".", "--namn", "n", "--form", "odt"], "'odt' är inget av 'docx', 'pdf'."),
        ([".", "--namn", "n", "--datum", "x"], "'x' följer inte formen '%Y-%m-%d'."),
        ([".", "--namn", "n", "--ja", "x"], "'x' är varken ja eller nej."),
    ],
)
def test_a_wrong_command_line_is_explained_in_swedish(arguments: list[str], message: str):
    output = run(*arguments, command=sample)
    assert message in output
    assert english_in(re.sub(r"(Dessa värden går att använda: ).*", r"\1", output)) == set()


def test_a_wrong_command_line_tells_where_help_is():
    assert "Skriv 'uppdrag --help' för hjälp." in run(".", command=sample)


def test_one_of_something_is_singular_and_none_is_plural():
    one, many = "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"
    assert translate_plural(one, many, 1) == "Ett argument för mycket: {args}"
    assert translate_plural(one, many, 0) == "Flera argument för mycket: {args}"


def test_a_windows_path_is_shown_with_single_backslashes():
    output = run(r"C:\Mina handlingar", "--namn", "n", command=sample)
    assert r"'C:\Mina handlingar'" in output


def test_every_type_that_click_names_has_a_swedish_name():
    named = {
        value
        for value in vars(click.types).values()
        if isinstance(value, type) and isinstance(vars(value).get("name"), str)
    }
    # A choice shows its values in place of its name; the last is for values click must not touch.
    assert named - set(TYPE_NAMES) <= {click.Choice, type(click.UNPROCESSED)}
