"""Pairs of revisions in; files of mandates, as a person would have them, out."""

from pathlib import Path

import yaml
from redline_features import Pair
from redline_stage import Data


def write(pairs: list[Pair], folder: Path) -> dict[str, tuple[Path, Path]]:
    """Write each pair as two files of a folder of its own; the result maps names to them."""
    files = {}
    for number, pair in enumerate(pairs):
        place = folder / f"{number:03}"
        place.mkdir(parents=True)
        old, new = place / "forra.yaml", place / "ny.yaml"
        old.write_text(_yaml(pair.old), encoding="utf-8", newline="\n")
        new.write_text(_yaml(pair.new), encoding="utf-8", newline="\n")
        files[pair.name] = (old, new)
    return files


def _yaml(data: Data) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)
