"""A source and a JSON Schema in; findings at the exact places, in Swedish, out."""

from uppdrag.schema.load import Schema, compile_schema, load_schema
from uppdrag.schema.prune import Pruned, prune
from uppdrag.schema.validate import validate

__all__ = ["Pruned", "Schema", "compile_schema", "load_schema", "prune", "validate"]
