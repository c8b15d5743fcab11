"""A mail server, aiosmtpd, as a process of its own: it prints its ports, then each letter that it takes, as lines of JSON."""

import asyncio
import json
import ssl
import sys
from functools import partial
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "partnerships", "zmailword"


def tell(said: object) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


class Taking:
    """Takes letters, but for some names: `refused` for good, `busy` at first, `slow` never."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        name = address.partition("@")[0]
        if name == "refused":
            return f"550 5.1.1 there is no mailbox {address} of zservername"
        if name == "busy" and address not in self.asked:
            self.asked.add(address)
            return "451 4.3.0 try again"
        if name == "slow":
            await asyncio.sleep(600)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.content.decode() if isinstance(envelope.content, bytes) else envelope.content
        user = session.auth_data.login.decode() if isinstance(session.auth_data, LoginPassword) else ""
        assert server.transport
        tls = server.transport.get_extra_info("sslcontext") is not None
        said = {"to": envelope.rcpt_tos, "sender": envelope.mail_from, "user": user, "tls": tls}
        tell(said | {"content": content})
        return "250 OK"


def known(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    """Tell whether the user and password are right."""
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False, auth_data=data if right else None)


async def serve(certificate: str) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    loop, taking = asyncio.get_running_loop(), Taking()
    guarded = partial(SMTP, taking, authenticator=known, auth_required=True)
    kinds: dict[str, tuple[Any, ssl.SSLContext | None]] = {
        "starttls": (partial(guarded, tls_context=context, require_starttls=True), None),
        "tls": (partial(guarded, auth_require_tls=False), context),
        "none": (partial(SMTP, taking), None),
    }
    servers = {name: await loop.create_server(made, "127.0.0.1", 0, ssl=tls) for name, (made, tls) in kinds.items()}
    tell({name: server.sockets[0].getsockname()[1] for name, server in servers.items()})
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
