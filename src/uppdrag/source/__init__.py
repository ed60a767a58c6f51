"""Bytes or text come in; data with the range of every key and value goes out."""

from uppdrag.source.decode import MAX_BYTES
from uppdrag.source.defect import TITLES, Defect, Rule, Severity
from uppdrag.source.node import Data, Entry, Mapping, Node, Scalar, Sequence, Style, to_data
from uppdrag.source.parse import load
from uppdrag.source.path import NodePath, pointer
from uppdrag.source.position import Lines, Position, Range
from uppdrag.source.source import Source

__all__ = [
    "MAX_BYTES",
    "TITLES",
    "Data",
    "Defect",
    "Entry",
    "Lines",
    "Mapping",
    "Node",
    "NodePath",
    "Position",
    "Range",
    "Rule",
    "Scalar",
    "Sequence",
    "Severity",
    "Source",
    "Style",
    "load",
    "pointer",
    "to_data",
]
