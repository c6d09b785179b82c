"""What a user did wrong, in one class: a bad argument, setting, rule or path (exit code 2)."""


class UserError(Exception):
    """A mistake the user can mend: where it stands, at which key, and why it was refused.

    `where` is a file (POSIX path) or a command-line option, `key` the key or argument inside it ("" when the whole is
    meant), `reason` one plain sentence without a final full stop.
    """

    def __init__(self, where: str, key: str, reason: str) -> None:
        super().__init__(where, key, reason)
        self.where = where
        self.key = key
        self.reason = reason

    def __str__(self) -> str:
        place = f"{self.where}: {self.key}" if self.key else self.where
        return f"{place}: {self.reason}"
