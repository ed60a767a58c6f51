"""Mandates in; a card for each, and all of them together as a register, out."""

from uppdrag.register.card import Card, Stated
from uppdrag.register.register import Register

__all__ = ["Card", "Register", "Stated"]
