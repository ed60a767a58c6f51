"""Mandates in; a card for each, and all of them together as a register, out."""

from uppdrag.register.allowed import Allowed
from uppdrag.register.card import Card, Reference, card
from uppdrag.register.plan import Meeting, Plan, plan
from uppdrag.register.register import Register, register
from uppdrag.register.stated import Stated
from uppdrag.register.term import Term

__all__ = [
    "Allowed",
    "Card",
    "Meeting",
    "Plan",
    "Reference",
    "Register",
    "Stated",
    "Term",
    "card",
    "plan",
    "register",
]
