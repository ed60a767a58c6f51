"""A working folder in; the theme that its documents wear, and the logo that it names, out."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from uppdrag.findings import UppdragError
from uppdrag.render.theme import Theme, read_theme
from uppdrag.workspace.own_file import own_data, shipped_data
from uppdrag.workspace.resources import Folder, shipped
from uppdrag.workspace.schemas import theme_schema

THEME = "templates/tema.yaml"
FONTS = "templates/fonts"
_LARGEST_LOGO = 5 * 1024 * 1024


@lru_cache(maxsize=8)
def load_theme(folder: Folder) -> Theme:
    """Return the folder's theme: the shipped one with what the folder's own says otherwise.

    Raises `UppdragError` when the folder's theme breaks its schema.
    """
    own = folder.own(THEME)
    layers = [] if own is None else [own_data(own, THEME, theme_schema(folder))]
    return read_theme(shipped_data(shipped() / THEME), *layers)


@cache
def shipped_theme() -> Theme:
    """Return the theme that came with the program."""
    return read_theme(shipped_data(shipped() / THEME))


def font_folders(folder: Folder) -> tuple[Path, ...]:
    """Return the folders whose fonts a PDF may embed: the shipped ones and the folder's own."""
    own = folder.root / FONTS
    return tuple(dict.fromkeys([shipped() / FONTS, *([own] if own.is_dir() else [])]))


def load_logo(folder: Folder, theme: Theme) -> bytes | None:
    """Return the bytes of the logo that the folder's theme names, or None where it names none.

    Raises `UppdragError` for a file outside the theme's folder, or one that is not there.
    """
    if not theme.sender.logo:
        return None
    place = (folder.own(THEME) or shipped() / THEME).parent.resolve()
    path = (place / theme.sender.logo).resolve()
    if not path.is_relative_to(place):
        message = (
            f"{THEME}: logotypen {theme.sender.logo} ligger utanför {place.name}/. Lägg den där."
        )
        raise UppdragError(message)
    if not path.is_file():
        message = f"{THEME}: logotypen {theme.sender.logo} finns inte i {place.name}/."
        raise UppdragError(message)
    if path.stat().st_size > _LARGEST_LOGO:
        message = f"{THEME}: logotypen {theme.sender.logo} är större än 5 MB. Spara den mindre."
        raise UppdragError(message)
    return path.read_bytes()
