"""A mandate, its source and the rules' data in; findings about what it says out, rule by rule."""

from uppdrag.rules.catalogue import BINDING, RULES, UNTRIED_ALONE, is_excusable
from uppdrag.rules.data import RuleData, read_data
from uppdrag.rules.judging import Excuse, Verdict, excuses, judge
from uppdrag.rules.looking import across, findings
from uppdrag.rules.rule import Reach, Rule

__all__ = [
    "BINDING",
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
    "is_excusable",
    "judge",
    "read_data",
]
