"""A request that is not answered, and in which way that is said."""

from collections.abc import Mapping


class Refused(Exception):
    """The request cannot be read; the status says in which way."""

    def __init__(
        self,
        status: int | None,
        message: str,
        *,
        code: str = "BAD_USER_INPUT",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Take one sentence that says what would be right, and the HTTP status.

        Without one it is as for a document that is wrong: the older media type has 200, the newer 400.
        """
        super().__init__(message)
        self.status, self.message, self.code, self.headers = status, message, code, headers
