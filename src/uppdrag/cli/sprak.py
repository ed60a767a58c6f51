"""Click's own texts in English in, the same texts in Swedish out, whatever the locale.

Click looks its texts up through ``gettext``, which needs a compiled catalogue and the user's
locale. Here the two functions are replaced in click's modules by a look-up in one table, so that
the program speaks Swedish on every system.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.shell_completion
import click.termui
import click.types

if TYPE_CHECKING:
    from types import ModuleType

SWEDISH = {
    # Help
    "Usage:": "Användning:",
    "Options": "Flaggor",
    "Commands": "Kommandon",
    "Positional arguments": "Argument",
    "Show this message and exit.": "Visar den här hjälpen.",
    "Show the version and exit.": "Visar programmets version.",
    "%(prog)s, version %(version)s": "%(prog)s, version %(version)s",
    "default: {default}": "förval: {default}",
    "env var: {var}": "miljövariabel: {var}",
    "required": "måste anges",
    "(dynamic)": "(beräknas)",
    "deprecated": "utgående",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": (
        "Kommandot '{name}' är på väg att tas bort.{extra_message}"
    ),
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": (
        "'{name}' är på väg att tas bort.{extra_message}"
    ),
    # Usage errors
    "Error: {message}": "Fel: {message}",
    "Aborted!": "Avbrutet.",
    "Try '{command} {option}' for help.": "Skriv '{command} {option}' för hjälp.",
    "Missing command.": "Kommandot saknas.",
    "Missing argument": "Saknar argumentet",
    "Missing option": "Saknar flaggan",
    "Missing parameter": "Saknar parametern",
    "Missing parameter: {param_name}": "Saknar parametern {param_name}",
    "Missing {param_type}": "Saknar {param_type}",
    "No such option {name!r}.": "Flaggan '{name}' finns inte.",
    "No such option: {name}": "Flaggan '{name}' finns inte.",
    "No such command {name!r}.": "Kommandot '{name}' finns inte.",
    "Did you mean {possibility}?": "Menade du {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Menade du någon av {possibilities}?",
    "(Possible options: {possibilities})": "Menade du någon av {possibilities}?",
    "Got unexpected extra argument ({args})": "Ett argument för mycket: {args}",
    "Got unexpected extra arguments ({args})": "Flera argument för mycket: {args}",
    "Option {name!r} does not take a value.": "Flaggan '{name}' tar inget värde.",
    "Option {name!r} requires an argument.": "Flaggan '{name}' behöver ett värde.",
    "Option {name!r} requires {nargs} arguments.": "Flaggan '{name}' behöver {nargs} värden.",
    "Argument {name!r} takes {nargs} values.": "Argumentet '{name}' tar {nargs} värden.",
    "Takes {nargs} values but 1 was given.": "Tar {nargs} värden men fick 1.",
    "Takes {nargs} values but {len} were given.": "Tar {nargs} värden men fick {len}.",
    "{len_type} values are required, but {len_value} was given.": (
        "Tar {len_type} värden men fick {len_value}."
    ),
    "{len_type} values are required, but {len_value} were given.": (
        "Tar {len_type} värden men fick {len_value}."
    ),
    "Value must be an iterable.": "Värdet måste vara en lista.",
    # Values
    "Invalid value: {message}": "Värdet går inte att använda: {message}",
    "Invalid value for {param_hint}: {message}": (
        "Värdet för {param_hint} går inte att använda: {message}"
    ),
    "Choose from:\n\t{choices}": "Välj bland:\n\t{choices}",
    "{value!r} is not {choice}.": "'{value}' är inte {choice}.",
    "{value!r} is not one of {choices}.": "'{value}' är inget av {choices}.",
    "{value!r} is not a valid {number_type}.": "'{value}' är inget {number_type}.",
    "{value} is not in the range {range}.": "{value} ligger utanför {range}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": (
        "'{value}' är varken ja eller nej. Dessa värden går att använda: {states}"
    ),
    "{value!r} is not a valid UUID.": "'{value}' är inget giltigt UUID.",
    "{value!r} does not match the format {format}.": "'{value}' följer inte formen {format}.",
    "{value!r} does not match the formats {formats}.": (
        "'{value}' följer ingen av formerna {formats}."
    ),
    # Files
    "file": "fil",
    "directory": "mapp",
    "path": "sökväg",
    "{name} {filename!r} does not exist.": "{name} '{filename}' finns inte.",
    "{name} {filename!r} is a file.": "'{filename}' är en fil, inte en mapp.",
    "{name} {filename!r} is a directory.": "'{filename}' är en mapp, inte en fil.",
    "{name} {filename!r} is not readable.": "{name} '{filename}' får inte läsas.",
    "{name} {filename!r} is not writable.": "{name} '{filename}' får inte skrivas.",
    "{name} {filename!r} is not executable.": "{name} '{filename}' får inte köras.",
    "Could not open file {filename!r}: {message}": (
        "Filen '{filename}' går inte att öppna: {message}"
    ),
    "unknown error": "okänt fel",
    "Windows error: {error}": "Felkod från Windows: {error}",
    # Questions
    "Do you want to continue?": "Vill du fortsätta?",
    "Confirm the action without prompting.": "Bekräftar utan att fråga.",
    "Repeat for confirmation": "Upprepa för att bekräfta",
    "Error: The two entered values do not match.": "Fel: De två värdena är inte lika.",
    "Error: invalid input": "Fel: Svaret går inte att tolka.",
    "Error: The value you entered was invalid.": "Fel: Värdet går inte att använda.",
    "Error: {e.message}": "Fel: {e.message}",
    "Press any key to continue...": "Tryck på en tangent för att fortsätta …",
    # Completion in the shell
    "Couldn't detect Bash version, shell completion is not supported.": (
        "Versionen av Bash är okänd: komplettering med tabb går inte att använda."
    ),
    "Shell completion is not supported for Bash versions older than 4.4.": (
        "Komplettering med tabb kräver Bash 4.4 eller senare."
    ),
}
"""Click's texts and their Swedish; click 8.3 to 8.5."""

TYPE_NAMES: dict[type[click.types.ParamType[Any]], str] = {
    click.types.BoolParamType: "ja/nej",
    click.types.DateTime: "datum",
    click.types.File: "fil",
    click.types.FloatParamType: "tal",
    click.types.FloatRange: "tal",
    click.types.IntParamType: "heltal",
    click.types.IntRange: "heltal",
    click.types.StringParamType: "text",
    click.types.UUIDParameterType: "uuid",
}
"""What click calls a value of each type, in capitals in the help: click does not translate it."""

OPTIONS_METAVAR = "[FLAGGOR]"
SUBCOMMAND_METAVAR = "KOMMANDO [ARGUMENT]..."

_MODULES = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.shell_completion,
    click.termui,
    click.types,
)


def speak_swedish() -> None:
    """Replace the translation functions in click's modules; must run before types are made."""
    for module in _MODULES:
        _translate_within(module)
    # Only Windows has it, and click imports it there on its own.
    if console := sys.modules.get("click._winconsole"):
        _translate_within(console)
    for parameter_type, name in TYPE_NAMES.items():
        parameter_type.name = name


def translate(message: str) -> str:
    """Return the Swedish for one of click's texts; a text not in the table is left as it is."""
    return SWEDISH.get(message, message)


def translate_plural(singular: str, plural: str, count: int) -> str:
    """Return the Swedish for the form of click's text that the count asks for."""
    return translate(singular if count == 1 else plural)


def _translate_within(module: ModuleType) -> None:
    for name, function in (("_", translate), ("ngettext", translate_plural)):
        if hasattr(module, name):
            setattr(module, name, function)
