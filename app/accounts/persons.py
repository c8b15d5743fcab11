"""Who somebody is, as a provider of OpenID Connect says, or why that is not believed."""

from dataclasses import dataclass

from app.errors import PartnershipsError


class NotBelieved(PartnershipsError):
    """The provider is away, or what it says is not to be believed."""

    code = "UNAUTHENTICATED"

    def __init__(self, message: str, why: str, status: int) -> None:
        """Take the sentence for whoever signs in, why in a few words for the log, and the status of the answer."""
        super().__init__(message)
        self.why, self.answered = why, status


@dataclass(frozen=True, slots=True)
class Person:
    """Who somebody is, as the provider says."""

    subject: str
    """The digest of what the provider knows them by, for ever."""
    email: str
    """In small letters; empty where the provider does not say that the address is theirs."""
    name: str
    groups: tuple[str, ...]
