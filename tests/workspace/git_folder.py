"""Arguments in; git run in a folder of a test, as a person without settings of their own, out."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def git(place: Path, *arguments: str) -> None:
    """Run git in a folder; raises when it fails."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    names = ("-c", "user.name=Kim", "-c", "user.email=kim@exempel.se")
    subprocess.run(
        ["git", *names, *arguments], cwd=place, env=environment, check=True, capture_output=True
    )


def commit_all(place: Path) -> None:
    """Commit all that lies in a repository."""
    git(place, "add", "-A")
    git(place, "commit", "-q", "--allow-empty", "-m", "Allt")
