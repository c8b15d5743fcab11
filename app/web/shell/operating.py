"""Who runs the site and where they can be reached, as far as the settings say."""

from dataclasses import dataclass

from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Reached:
    """Where somebody can be reached."""

    address: str
    """What a link leads to: `mailto:...` or `https://...`."""
    shown: str
    """The same as it is read: an e-mail address, or the page's."""


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs the site, as far as the settings say."""

    name: str
    """Empty where nobody is named."""
    contact: Reached | None
    complaints: Reached | None
    """Where complaints go: of its own, else to the contact."""


def reached(address: str) -> Reached | None:
    """Return how an address of the settings is linked and read; None where none is set."""
    shown = address.removeprefix("mailto:").partition("?")[0] if address.startswith("mailto:") else address
    return Reached(address, shown) if address else None


def operator_of(settings: Settings) -> Operator:
    """Return what the operator says: who runs the site, where to write, and where complaints go."""
    contact = reached(settings.contact)
    return Operator(settings.operator.strip(), contact, reached(settings.complaints) or contact)
