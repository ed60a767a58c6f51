"""Mandates in; a card for each, and all of them together as a register, out."""

from uppdrag.register.card import Card, Frequency, Reference, card
from uppdrag.register.plan import Plan, plan
from uppdrag.register.register import Register, register
from uppdrag.register.stated import Stated

__all__ = [
    "Card",
    "Frequency",
    "Plan",
    "Reference",
    "Register",
    "Stated",
    "card",
    "plan",
    "register",
]
