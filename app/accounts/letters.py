"""What the site writes to people by e-mail: short, in plain text, from the templates in `frontend/letters/`."""

import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, localtime, make_msgid
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.domain.rights import Account
from app.domain.visible import visible

FOLDER = Path(__file__).resolve().parents[2] / "frontend" / "letters"
LONGEST_ADDRESS = 254
"""Of an address that a mail server has to take (RFC 5321)."""
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"\x00-\x1f\x7f-\x9f]{1,64}@[\w-]+(\.[\w-]+)+")
_SUBJECT = "Subject: "


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one person."""

    to: str
    """An e-mail address."""
    subject: str
    text: str
    whom: str = ""
    """The id of the account that it is for; empty for whoever has none."""


def is_address(text: str) -> bool:
    """Tell whether letters can be sent to what somebody typed."""
    return len(text) <= LONGEST_ADDRESS and bool(_ADDRESS.fullmatch(text))


def address_in(account: Account) -> str:
    """Return the e-mail address of an account: what it signs in with, where that is one; otherwise nothing."""
    return account.login if is_address(account.login) else ""


def written(kind: str, to: str, *, whom: str = "", **said: str) -> Letter:
    """Fill the template of a kind of letter, whose first line is the subject."""
    # Letters are seldom, and plain text: there is nothing to keep, and nothing to escape.
    env = Environment(loader=FileSystemLoader(FOLDER), undefined=StrictUndefined, autoescape=False)  # noqa: S701
    head, _, text = env.get_template(f"{kind}.txt").render(**said).partition("\n")
    subject = " ".join(visible(head.removeprefix(_SUBJECT)).split())
    return Letter(to, subject, text.strip() + "\n", whom)


def as_message(letter: Letter, sender: str) -> EmailMessage:
    """Return a letter as mail programs read it (RFC 5322); what it says of itself asks for no automatic answer."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = sender, letter.to, letter.subject
    message["Date"] = format_datetime(localtime())
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2].strip("> "))
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: holiday notices are not sent back
    message["Content-Language"] = "en"
    message.set_content(letter.text)
    return message
