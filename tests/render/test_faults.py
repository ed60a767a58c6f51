"""What template engines say in English is said in Swedish, without folders or Python."""

import pytest

from uppdrag.render.faults import typst_fault


def test_what_has_no_swedish_is_quoted_without_its_folder() -> None:
    message = "failed to decode (/tmp/uppdrag-a1/del/bild.png) in 3/4 of it"
    assert typst_fault(message) == (
        "Typst säger på engelska ”failed to decode (bild.png) in 3/4 of it”"
    )


@pytest.mark.parametrize("folder", ["/var/prov/uppdrag-a1/", "C:\\Temp\\uppdrag-a1\\"])
def test_a_missing_file_is_named_without_its_folder(folder: str) -> None:
    message = f"file not found (searched at {folder}bild.png)"
    assert typst_fault(message) == "filen ”bild.png” finns inte bredvid mallen"
