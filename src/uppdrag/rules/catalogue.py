"""Nothing in; every rule there is, by number, out: the one place where a rule is registered."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from uppdrag.findings import BINDING, Severity
from uppdrag.rules.b001_undertecknarens_titel import signer_gives_the_assignment
from uppdrag.rules.b002_ratten_att_besluta import signer_has_the_right
from uppdrag.rules.b003_person_utan_roll import giver_has_a_role
from uppdrag.rules.b004_uppdragstagaren_far_handlingen import taker_receives_it
from uppdrag.rules.b005_organets_namn import name_that_holds
from uppdrag.rules.b006_gruppens_namn import one_name
from uppdrag.rules.b007_mallrester import nothing_left_to_fill_in
from uppdrag.rules.b008_reviderad_utan_ersatter import says_what_it_replaces
from uppdrag.rules.b009_manaden_i_titeln import month_of_the_decision
from uppdrag.rules.b010_beslut_fore_handlingen import decided_on_its_day_or_later
from uppdrag.rules.d001_diarienummer import written_as_registered
from uppdrag.rules.d002_samma_nummer_tva_titlar import one_title_a_number
from uppdrag.rules.d003_datumets_form import date_form
from uppdrag.rules.d004_tidplanens_ordning import timetable_in_order
from uppdrag.rules.d005_omojligt_datum import possible_date
from uppdrag.rules.f003_vem_som_utser import says_who_appoints
from uppdrag.rules.f004_tomt_avsnitt import empty_section
from uppdrag.rules.f005_forteckningen import register_receives_it
from uppdrag.rules.l001_lankens_adress import address_leads_somewhere
from uppdrag.rules.l002_felstavad_webbplats import host_spelt_right
from uppdrag.rules.l003_lanktext_och_adress import words_name_the_address
from uppdrag.rules.l004_lank_till_forstasida import link_to_the_document
from uppdrag.rules.l005_handling_utan_nummer import document_can_be_found
from uppdrag.rules.l006_tjanstens_nummer import number_of_service
from uppdrag.rules.m001_tal_i_fel_ordning import numbers_in_order
from uppdrag.rules.m002_fler_moten_an_uppdraget import as_many_meetings_as_allowed
from uppdrag.rules.m003_otolkad_frekvens import frequency_in_numbers
from uppdrag.rules.m004_motesplanens_dagar import days_of_the_year
from uppdrag.rules.p001_personlig_adress import address_of_a_function
from uppdrag.rules.p002_okand_arbetsgivare import address_of_an_employer
from uppdrag.rules.p003_halsa_vid_namn import health_beside_name, health_in_note
from uppdrag.rules.p004_namn_pa_tva_satt import one_spelling
from uppdrag.rules.r001_tva_gallande import one_in_force
from uppdrag.rules.r002_ersatter_nagot_som_finns import replaces_what_exists
from uppdrag.rules.r003_kedjan_gar_runt import chain_ends
from uppdrag.rules.r004_andrad_sedan_beslutet import unaltered_since_decision
from uppdrag.rules.r006_grupp_utan_handling import common_document_exists
from uppdrag.rules.r007_oversynsdag import reviewed_in_time
from uppdrag.rules.rule import Reach, Rule
from uppdrag.rules.t001_marken_ur_word import marks_without_meaning
from uppdrag.rules.t002_upprepat_stycke import repeated_paragraph
from uppdrag.rules.t003_intervall import intervals
from uppdrag.rules.t004_adjungerande import who_is_adjoined
from uppdrag.rules.t005_forkortning_utan_forklaring import unexplained_abbreviation
from uppdrag.rules.t006_forkortning_i_genitiv import genitive_without_colon
from uppdrag.rules.t007_forkortat_skrivsatt import shortened_writing
from uppdrag.rules.t008_brutet_stycke import broken_paragraph
from uppdrag.rules.t009_lagens_namn import name_of_law
from uppdrag.rules.t010_bindestreck import missing_hyphen
from uppdrag.rules.t011_punkt_i_lista import uneven_list
from uppdrag.rules.t012_lang_mening import long_sentence
from uppdrag.rules.t013_tunga_ord import stilted_words
from uppdrag.rules.t014_mellanslag import superfluous_space
from uppdrag.rules.t015_losa_tecken import loose_characters
from uppdrag.source import Rule as Defects

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

GUARDS = frozenset({"R004", "R005"})
"""Rules that guard what was decided: an excuse from them could be written by whoever changed it."""

_READING = (
    Rule("Y000", _ERROR),
    *(Rule(defect.value, _WARNING if defect is Defects.COMMENT else _ERROR) for defect in Defects),
    *(Rule(f"S{number:03}", _ERROR) for number in range(1, 8)),
    *(Rule(f"S{number:03}", _ERROR) for number in range(10, 15)),
    Rule("S015", _WARNING),
    Rule("F001", _ERROR, in_draft=_WARNING),
    Rule("F002", _ERROR),
    Rule("I001", _WARNING),
    Rule("I002", _WARNING),
)
"""Found by reading the file, by its schema, by its limits on paper, or by the import."""

_LOOKING = (
    Rule("B001", _ERROR, signer_gives_the_assignment),
    Rule("B002", _WARNING, signer_has_the_right),
    Rule("B003", _WARNING, giver_has_a_role),
    Rule("B004", _INFO, taker_receives_it),
    Rule("B005", _WARNING, name_that_holds),
    Rule("B006", _WARNING, one_name),
    Rule("B007", _ERROR, nothing_left_to_fill_in, in_draft=_INFO),
    Rule("B008", _WARNING, says_what_it_replaces),
    Rule("B009", _WARNING, month_of_the_decision),
    Rule("B010", _ERROR, decided_on_its_day_or_later),
    Rule("D001", _WARNING, written_as_registered),
    Rule("D002", _WARNING, across=one_title_a_number, reach=Reach.FOLDER),
    Rule("D003", _WARNING, date_form),
    Rule("D004", _WARNING, timetable_in_order),
    Rule("D005", _ERROR, possible_date),
    Rule("F003", _WARNING, says_who_appoints),
    Rule("F004", _ERROR, empty_section),
    Rule("F005", _WARNING, register_receives_it),
    Rule("L001", _WARNING, address_leads_somewhere),
    Rule("L002", _ERROR, host_spelt_right),
    Rule("L003", _ERROR, words_name_the_address),
    Rule("L004", _WARNING, link_to_the_document),
    Rule("L005", _INFO, document_can_be_found),
    Rule("L006", _WARNING, number_of_service),
    Rule("P001", _INFO, address_of_a_function),
    Rule("P002", _WARNING, address_of_an_employer),
    Rule("P003", _ERROR, health_beside_name, in_note=health_in_note),
    Rule("P004", _WARNING, one_spelling),
    Rule("M001", _ERROR, numbers_in_order),
    Rule("M002", _WARNING, across=as_many_meetings_as_allowed, reach=Reach.GROUP),
    Rule("M004", _WARNING, across=days_of_the_year, reach=Reach.GROUP),
    Rule("M003", _WARNING, frequency_in_numbers),
    Rule("R001", _ERROR, across=one_in_force, reach=Reach.GROUP),
    Rule("R002", _WARNING, across=replaces_what_exists, reach=Reach.GROUP),
    Rule("R003", _ERROR, across=chain_ends, reach=Reach.GROUP),
    Rule("R004", _ERROR, unaltered_since_decision),
    Rule("R005", _ERROR, reach=Reach.HISTORY),
    Rule("R006", _WARNING, across=common_document_exists, reach=Reach.GROUP),
    Rule("R007", _WARNING, across=reviewed_in_time, reach=Reach.GROUP),
    Rule("T001", _WARNING, marks_without_meaning),
    Rule("T002", _WARNING, repeated_paragraph),
    Rule("T003", _WARNING, intervals),
    Rule("T004", _WARNING, who_is_adjoined),
    Rule("T005", _WARNING, unexplained_abbreviation),
    Rule("T006", _WARNING, genitive_without_colon),
    Rule("T007", _INFO, shortened_writing),
    Rule("T008", _WARNING, broken_paragraph),
    Rule("T009", _WARNING, name_of_law),
    Rule("T010", _WARNING, missing_hyphen),
    Rule("T011", _INFO, uneven_list),
    Rule("T012", _INFO, long_sentence),
    Rule("T013", _INFO, stilted_words),
    Rule("T014", _INFO, superfluous_space),
    Rule("T015", _INFO, loose_characters),
)
"""Found by looking at a mandate, or at many."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.id: rule for rule in sorted((*_READING, *_LOOKING), key=lambda rule: rule.id)}
)

UNTRIED_ALONE = frozenset(rule.id for rule in RULES.values() if rule.reach is not Reach.FILE)
"""Rules that have not looked when one file is seen alone."""


def of_reach(reach: Reach) -> frozenset[str]:
    """Return the rules that must see so much."""
    return frozenset(rule.id for rule in RULES.values() if rule.reach is reach)


def is_excusable(rule: str) -> bool:
    """Tell whether a document can be excused from a rule, with a reason."""
    return rule in RULES and rule not in GUARDS and RULES[rule].family not in (*BINDING, "I")
