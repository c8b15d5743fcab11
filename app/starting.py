"""What is looked at before anything starts: settings that are wrong or that nobody knows, each said in a sentence."""

import os
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import SettingsError
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.visible import visible
from app.errors import PartnershipsError, WrongSetting
from app.settings import PREFIX, SECRETS_DIR, Settings

BESIDE = {SECRETS_DIR, "PARTNERSHIPS_CACHE_DIR", "PARTNERSHIPS_REQUIRE_NEO4J"}
"""Variables that are no settings of the program: where secrets are, and what its tests go by."""


def read_settings(**given: Any) -> Settings:
    """Read the settings; WrongSetting says which cannot be used and what would be right."""
    secrets = os.environ.get(SECRETS_DIR)
    if secrets and not Path(secrets).is_dir():
        raise WrongSetting(f"{SECRETS_DIR}={visible(secrets)} is not a folder: set it to the one with the secrets.")
    try:
        return Settings(**given)
    except ValidationError as error:
        raise WrongSetting("; ".join(_told(each) for each in error.errors()) + ".") from None
    except (OSError, UnicodeDecodeError, SettingsError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise WrongSetting(f"The settings in .env or in {SECRETS_DIR} cannot be read: {reason}.") from None


def _told(error: Any) -> str:
    name = str(error["loc"][0])
    secret = "password" in name or "secret" in name or "@" in str(error["input"])
    found = "" if secret else f"={visible(str(error['input']))[:80]}"
    expected = error["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return f"{PREFIX}{name.upper()}{found} is no setting that can be used: it {expected}"


def unknown_settings() -> list[str]:
    """Say of each variable that looks like a setting and is none which one was probably meant."""
    known = BESIDE | {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    said = []
    for name in sorted(name for name in os.environ if name.upper().startswith(PREFIX) and name.upper() not in known):
        near = get_close_matches(name.upper(), known, 1)
        meant = f": did you mean {near[0]}?" if near else "."
        said.append(f"There is no setting {visible(name)}{meant}")
    return said


class Starting:
    """Has the server say why the site could not start in a sentence, where it would print all that was running."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let everything through but the words of a failed start."""

        async def in_a_sentence(message: Message) -> None:
            error = sys.exc_info()[1]  # the start's, since it is being handled while its end is reported
            if message["type"] == "lifespan.startup.failed" and isinstance(error, PartnershipsError):
                message = {**message, "message": error.message}
            await send(message)

        await self.app(scope, receive, in_a_sentence if scope["type"] == "lifespan" else send)
