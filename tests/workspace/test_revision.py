"""A new revision is the old text with the words changed that a new draft changes."""

import pytest

from uppdrag.findings import UppdragError
from uppdrag.workspace.revision import new_revision

OLD = """\
# Rådets handling
format: 1
typ: samordningsråd
status: beslutad  # efter remiss
revidering:
  ersätter: 2022-01-01
datum: 2024-05-06
titel: Uppdrag   # kort
syfte: |
  Text om   syftet.

  - en punkt
beslut:
  datum: 2024-05-07
  notering: § 3
  beslutsfattare:
    namn: Kim Ek
    titel: Direktör
fingeravtryck: sha256:9f2c81d04e77b1aa5f0d3c2b8e916a740c5df2ab7731e98f64b05ac18d2e7f93
# Sist:
sändlista:
  - Registrator
"""

NEW = """\
# Rådets handling
format: 1
typ: samordningsråd
status: utkast
revidering:
  ersätter: 2024-05-06
datum: 2026-01-02
titel: Uppdrag   # kort
syfte: |
  Text om   syftet.

  - en punkt
beslut:
  beslutsfattare:
    namn: Kim Ek
    titel: Direktör
# Sist:
sändlista:
  - Registrator
"""


def test_comments_order_and_spacing_are_kept() -> None:
    assert new_revision(OLD.encode(), "h.yaml", "2026-01-02") == NEW


def test_a_file_with_windows_line_endings_gives_the_same_draft() -> None:
    content = OLD.replace("\n", "\r\n").encode("utf-8-sig")
    assert new_revision(content, "h.yaml", "2026-01-02") == NEW


def test_a_decision_written_on_one_line_loses_its_date_too() -> None:
    old = "status: beslutad\ndatum: 2024-05-06\nbeslut: {datum: 2024-05-07}\ntitel: T\n"
    assert new_revision(old.encode(), "h.yaml", "2026-01-02") == (
        "status: utkast\nrevidering:\n  ersätter: 2024-05-06\ndatum: 2026-01-02\ntitel: T\n"
    )


def test_a_file_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(UppdragError, match="uppdrag check"):
        new_revision(b"titel: [", "h.yaml", "2026-01-02")
