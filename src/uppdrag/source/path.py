"""A path of keys and numbers into a tree comes in; its JSON Pointer goes out."""

from typing import TypeAlias

NodePath: TypeAlias = tuple[str | int, ...]


def pointer(path: NodePath) -> str:
    """Give a path as a JSON Pointer (RFC 6901); the empty path is the whole document."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
