"""What the operating system refused in, one Swedish sentence with the file's name out."""

import errno
import os

from uppdrag.findings.visible import visible

_OS_ERRORS = {
    errno.ENOENT: "{name} finns inte.",
    errno.EISDIR: "{name} är en mapp, inte en fil.",
    errno.ENOTDIR: "{name} kan inte nås: en del av sökvägen är en fil, inte en mapp.",
    errno.EEXIST: "{name} finns redan.",
    errno.ENOTEMPTY: "Mappen {name} är inte tom.",
    errno.ENOSPC: "{name} kunde inte skrivas: disken är full. Frigör plats och försök igen.",
    errno.EROFS: "{name} kunde inte skrivas: disken är skrivskyddad. Välj en annan mapp med -o.",
    errno.ENAMETOOLONG: "{name} kan inte användas: namnet eller sökvägen är för lång.",
    errno.ELOOP: "{name} kan inte nås: länkarna går runt i en ring.",
    errno.EMFILE: "{name} kunde inte öppnas: för många filer är öppna. Stäng program och kör igen.",
    errno.EIO: "{name} kunde inte läsas eller skrivas: disken svarar med fel.",
    errno.EACCES: (
        "Åtkomst till {name} nekades. Stäng filen om den är öppen i ett annat program, till "
        "exempel Word, och kontrollera att du har behörighet."
    ),
}
_SAME_AS = {
    errno.EPERM: errno.EACCES,
    errno.EBUSY: errno.EACCES,
    getattr(errno, "EDQUOT", errno.ENOSPC): errno.ENOSPC,
    errno.ENFILE: errno.EMFILE,
}
_OPEN_ELSEWHERE_ON_WINDOWS = {32, 33}


def is_closed_pipe(error: OSError) -> bool:
    """Return whether the one who read the output has stopped (``uppdrag list | head``)."""
    if isinstance(error, BrokenPipeError):
        return True
    # Windows says "invalid argument" of a closed pipe, and has no file to name.
    return os.name == "nt" and error.errno == errno.EINVAL and error.filename is None


def explain_os_error(error: OSError) -> str:
    """Return what the operating system refused, in Swedish with the file's name."""
    name = _file_name(error)
    if getattr(error, "winerror", None) in _OPEN_ELSEWHERE_ON_WINDOWS:
        return f"{name} är öppen i ett annat program, till exempel Word. Stäng den och kör igen."
    number = error.errno or 0
    template = _OS_ERRORS.get(_SAME_AS.get(number, number))
    if template is None:
        code = errno.errorcode.get(number, type(error).__name__)
        template = f"{{name}} kunde inte läsas eller skrivas (felkod {code})."
    return template.replace("{name}", name)


def _file_name(error: OSError) -> str:
    name = error.filename2 or error.filename
    if isinstance(name, bytes):
        name = os.fsdecode(name)
    return f"'{visible(str(name))}'" if isinstance(name, (str, os.PathLike)) else "Filen"
