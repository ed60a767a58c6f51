"""A mandate, its source and the rules' data in; findings about what it says out, rule by rule."""

from uppdrag.findings import BINDING
from uppdrag.rules.catalogue import GUARDS, RULES, UNTRIED_ALONE, is_excusable, of_reach
from uppdrag.rules.data import RuleData, read_data
from uppdrag.rules.judging import Excuse, Verdict, excuses, judge
from uppdrag.rules.looking import across, findings, in_note
from uppdrag.rules.rule import Reach, Rule

__all__ = [
    "BINDING",
    "GUARDS",
    "RULES",
    "UNTRIED_ALONE",
    "Excuse",
    "Reach",
    "Rule",
    "RuleData",
    "Verdict",
    "across",
    "excuses",
    "findings",
    "in_note",
    "is_excusable",
    "judge",
    "of_reach",
    "read_data",
]
