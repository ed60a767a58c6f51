"""The project's own mandates, built, before referees that share no code with it."""

import pytest
from built_mandates import Built
from paper import page_count, pdf_text, reading_text
from referees import ooxml, verapdf
from word_references import unseen_errors
from wording import difference, first_missing, words

pytestmark = pytest.mark.interop


def test_every_pdf_is_pdf_ua_1_and_pdf_a_2a_to_verapdf(built: list[Built]) -> None:
    verdicts = verapdf(mandate.pdf for mandate in built)
    failures = [f"{path}: {failure}" for path, found in verdicts.items() for failure in found]
    assert not failures, "\n".join(failures)


def test_every_word_file_is_valid_to_microsofts_validator(built: list[Built]) -> None:
    verdicts = ooxml(mandate.word for mandate in built)
    errors = [f"{path}: {error}" for path, found in verdicts.items() for error in found]
    assert not errors, "\n".join(errors)


def test_every_reference_in_a_word_file_leads_somewhere(built: list[Built]) -> None:
    for mandate in built:
        errors = unseen_errors(mandate.word)
        assert not errors, f"{mandate.word}\n{errors}"


def test_every_word_file_has_the_same_words_in_libreoffice(built: list[Built]) -> None:
    for mandate in built:
        expected, actual = mandate.text, mandate.libreoffice_text
        assert words(actual) == words(expected), f"{mandate.word}\n{difference(expected, actual)}"


def test_a_screen_reader_reads_the_same_words_in_every_pdf(built: list[Built]) -> None:
    for mandate in built:
        found = difference(mandate.text, reading_text(mandate.pdf))
        assert not found, f"{mandate.pdf}\n{found}"


def test_every_pdf_prints_the_words_of_the_text_in_order(built: list[Built]) -> None:
    for mandate in built:
        missing = first_missing(mandate.text, pdf_text(mandate.pdf))
        assert not missing, f"{mandate.pdf} lacks {missing}"


def test_the_word_file_laid_out_and_the_pdf_carry_the_same_words(built: list[Built]) -> None:
    for mandate in built:
        found = difference(reading_text(mandate.pdf), reading_text(mandate.libreoffice_pdf))
        assert not found, f"{mandate.word}\n{found}"
        missing = first_missing(mandate.text, pdf_text(mandate.libreoffice_pdf))
        assert not missing, f"{mandate.word} laid out lacks {missing}"


def test_the_word_file_laid_out_is_as_long_as_the_pdf_give_or_take_a_page(
    built: list[Built],
) -> None:
    for mandate in built:
        laid_out, pdf = page_count(mandate.libreoffice_pdf), page_count(mandate.pdf)
        assert abs(laid_out - pdf) <= 1, f"{mandate.word}: {laid_out} pages, the PDF {pdf}"
