"""What stops a run: a Swedish message in, an exit code out at the program's edge."""


class UppdragError(Exception):
    """Stops the run with a message that says where, what, and what to do instead.

    A fault in a mandate is a ``Finding``, never this: it is for what makes a run impossible, such
    as a group that does not exist or a file that must not be overwritten.
    """

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message
