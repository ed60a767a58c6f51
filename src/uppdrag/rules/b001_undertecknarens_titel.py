"""B001: a mandate in; a remark where another role signs than the one that gives it out."""

from __future__ import annotations

from collections.abc import Iterator

from uppdrag.rules.roller import givers, role_of, same_role
from uppdrag.rules.subject import Remark, Subject
from uppdrag.rules.undertecknare import states_delegation, titles


def signer_gives_the_assignment(subject: Subject) -> Iterator[Remark]:
    """Yield a remark where no signer has the role of any who gives the assignment.

    Nothing is said where one who gives it is a body or a person, or where a delegation is stated.
    """
    beslut = subject.handling.beslut
    signed = titles(subject)
    if beslut is None or not signed or states_delegation(beslut):
        return
    roles = [role_of(part, subject.data.roller) for part in givers(subject.handling)]
    stated = [role for role in roles if role]
    if not stated or len(stated) < len(roles):
        return
    if any(same_role(title, role) for title, _ in signed for role in stated):
        return
    title, path = signed[0]
    yield subject.value(
        path,
        f"Beslutet är undertecknat med titeln ”{title}”, men uppdragsgivare är "
        f"”{'” och ”'.join(stated)}”. Skriv samma roll på båda ställena, "
        "eller ange stödet för beslutet med ”delegation:” under beslutsfattare.",
    )
