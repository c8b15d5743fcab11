"""How a letter goes to a mail server (SMTP, TLS), and why it did not."""

import ssl

import aiosmtplib
from aiosmtplib import errors

from app.accounts.letters import Letter, as_message
from app.settings import Settings

FAILURES = (errors.SMTPException, OSError, ValueError)
"""What can go wrong; a time that ran out and letters that cannot be written are among them."""
UNTRUSTED = "the mail server's certificate is not trusted, or it does not speak TLS on this port"
UNSUPPORTED = "the mail server does not offer what the settings ask for, such as STARTTLS"
_REASONS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    ((errors.SMTPTimeoutError, TimeoutError), "the mail server did not answer in time"),
    (errors.SMTPAuthenticationError, "the mail server refused the user and password"),
    ((errors.SMTPRecipientsRefused, errors.SMTPRecipientRefused), "the mail server refused the address"),
    (errors.SMTPSenderRefused, "the mail server refused the sender of the settings"),
    (errors.SMTPConnectError, "the mail server cannot be reached"),
    (ValueError, "the letter cannot be written to that address"),  # UnicodeError is one
)


async def send(letter: Letter, settings: Settings, patience: float) -> None:
    """Send a letter, with some seconds for each answer of the server; one of FAILURES says why it was not sent."""
    await aiosmtplib.send(
        as_message(letter, settings.smtp_from),
        hostname=settings.smtp_host,
        port=settings.smtp_port,
        username=settings.smtp_user or None,
        password=settings.smtp_password.get_secret_value() or None,
        use_tls=settings.smtp_tls == "tls",
        start_tls=settings.smtp_tls == "starttls",
        tls_context=ssl.create_default_context() if settings.smtp_tls != "none" else None,
        timeout=patience,
    )


def reason(error: BaseException) -> str:
    """Say why a letter was not sent, in words of our own: what a server says may repeat addresses and names."""
    if _is_of_tls(error):
        return UNTRUSTED
    if _offers_less(error):
        return UNSUPPORTED
    for kinds, said in _REASONS:
        if isinstance(error, kinds):
            return said
    if isinstance(error, errors.SMTPResponseException):
        return f"the mail server refused the letter (code {error.code})"
    return "the mail server cannot be reached"


def _offers_less(error: BaseException) -> bool:
    # What has no kind of its own is that an extension is missing: STARTTLS, AUTH.
    return type(error) in {errors.SMTPException, errors.SMTPNotSupported}


def _is_of_tls(error: BaseException) -> bool:
    return any(isinstance(each, ssl.SSLError) for each in (error, error.__cause__, error.__context__))


def may_pass(error: BaseException) -> bool:
    """Tell whether the same letter may go through later: the server is away, or says so (4xx)."""
    if isinstance(error, errors.SMTPRecipientsRefused):
        return all(400 <= each.code < 500 for each in error.recipients)
    if isinstance(error, errors.SMTPResponseException):
        return 400 <= error.code < 500
    return not (isinstance(error, ValueError) or _offers_less(error) or _is_of_tls(error))
