"""Settings, read from PARTNERSHIPS_* variables, a .env file, or files for secrets."""

import os
import re
import sys
from pathlib import Path
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "PARTNERSHIPS_"
SECRETS_DIR = "PARTNERSHIPS_SECRETS_DIR"
_SENDER = re.compile(r"(?:[^<>@\"\\\x00-\x1f]* <)?[^\s<>@,;:\"]+@[\w.-]+>?")
_GIVES = re.compile(r".+= *((member|editor|steward)( *@ *[a-z0-9][a-z0-9-]*)?|administrator)")
NEO4J_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def default_data_dir() -> Path:
    """Return the user's own folder for application data, as the platform has it."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return base / "partnership-explorer"


class Settings(BaseSettings):
    """What can be set. Each field is the variable PARTNERSHIPS_ + its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        extra="ignore",
        secrets_dir=os.environ.get(SECRETS_DIR),
    )

    host: str = Field("127.0.0.1", description="Address the site listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port the site listens on; 0 picks a free one.")
    workers: int = Field(
        1, ge=1, le=64, description="Processes that `partnerships serve` answers with, all on one port."
    )
    base_url: str = Field("", description="Public address of the site, for links that leave it; empty: as asked.")
    data_dir: Path = Field(
        default_factory=default_data_dir,
        description="Folder of the embedded engine's data and of kept drawings; `make run` uses .data in the project.",
    )
    neo4j_uri: str = Field("", description="bolt:// or neo4j:// address of a Neo4j server; empty: the embedded engine.")
    neo4j_user: str = Field("neo4j", description="User on that server.")
    neo4j_password: SecretStr = Field(
        SecretStr(""), description="Password on that server; may stand in a secrets file."
    )
    neo4j_database: str = Field("neo4j", description="Database on that server.")
    seeds_dir: Path = Field(
        Path(__file__).resolve().parents[1] / "seeds",
        description="Folder of data files, loaded when the database is empty.",
    )
    read_deadline: float = Field(2.0, gt=0, le=60, description="Seconds a reader waits for the database.")
    kept_megabytes: int = Field(
        32, ge=0, le=4096, description="Megabytes of answers that each process keeps for whoever asks again; 0: none."
    )
    max_transaction_facts: int = Field(
        200_000, ge=1, description="Facts one load may write, since it is one transaction."
    )
    contact: str = Field(
        "",
        description="Where readers can write: an e-mail (mailto:...) or a page (https://...); empty: nowhere.",
    )
    operator: str = Field(
        "", max_length=200, description="Who runs the site, as its pages on itself name them; empty: nobody is named."
    )
    complaints: str = Field(
        "",
        description="Where complaints go: an e-mail (mailto:...) or a page (https://...); empty: to the contact.",
    )
    visitors_note: str = Field(
        "",
        max_length=1000,
        description="What the proxy or host keeps of visits, in a sentence or two for `/privacy`; empty: not said.",
    )
    smtp_host: str = Field("", description="Mail server that letters are sent by; empty: no letters are sent.")
    smtp_port: int = Field(587, ge=1, le=65535, description="Port of the mail server.")
    smtp_user: str = Field("", description="User on the mail server; empty: none.")
    smtp_password: SecretStr = Field(
        SecretStr(""), description="Password on the mail server; may stand in a secrets file."
    )
    smtp_tls: Literal["starttls", "tls", "none"] = Field(
        "starttls",
        validate_default=True,
        description="How the mail server is spoken to in secret: starttls (mostly port 587), tls (465), or none.",
    )
    smtp_from: str = Field(
        "", validate_default=True, description="Sender of the letters: an e-mail address, with a name or without."
    )
    oidc_issuer: str = Field(
        "", description="Address of the OpenID Connect provider that people sign in with; empty: none."
    )
    oidc_client_id: str = Field(
        "", validate_default=True, description="What the provider knows the site by: its client id."
    )
    oidc_client_secret: SecretStr = Field(
        SecretStr(""), description="The client secret that the provider gave; may stand in a secrets file."
    )
    oidc_name: str = Field(
        "your organization", max_length=60, description="What the page to sign in calls the provider."
    )
    oidc_domains: str = Field(
        "",
        description="Domains of e-mail addresses, with commas between: only these are let in by the provider, and get"
        " an account at first; empty: whoever has an account.",
    )
    oidc_groups_claim: str = Field("groups", description="The claim in which the provider lists a person's groups.")
    oidc_roles: str = Field(
        "",
        description="What groups of the provider give, with semicolons between: `group=editor@bromley;"
        " group=administrator`; empty: nothing.",
    )
    log_format: Literal["text", "json"] = Field("text", description="Log lines for people (text) or machines (json).")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least serious log line that is written."
    )

    @field_validator("neo4j_uri")
    @classmethod
    def _is_a_server(cls, uri: str) -> str:
        """Refuse an address that no driver takes; never with what may be a password in it."""
        if not uri:
            return uri
        parts = _split(uri)
        if parts.scheme not in NEO4J_SCHEMES or not parts.hostname or parts.username is not None:
            raise ValueError(
                "should be an address such as bolt://localhost:7687 or neo4j+s://example.org, without user or password"
            )
        return uri

    @field_validator("base_url")
    @classmethod
    def _is_a_site(cls, url: str) -> str:
        """Refuse what no link can begin with."""
        parts = _split(url)
        if url and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment):
            raise ValueError("should be an address such as https://partnerships.example.org")
        return url

    @field_validator("smtp_tls")
    @classmethod
    def _keeps_the_password(cls, tls: str, info: ValidationInfo) -> str:
        """Refuse to send a password over a network in clear."""
        host, password = info.data.get("smtp_host", ""), info.data.get("smtp_password")
        if tls == "none" and password and host not in {"", "localhost", "127.0.0.1", "::1"}:
            raise ValueError("should be starttls or tls, since the password would be sent in clear")
        return tls

    @field_validator("smtp_from")
    @classmethod
    def _is_a_sender(cls, sender: str, info: ValidationInfo) -> str:
        """Refuse a mail server without a sender, or without the address that links in letters begin with."""
        host = info.data.get("smtp_host", "")
        if host and not info.data.get("base_url", "unread"):
            raise ValueError("should be set with PARTNERSHIPS_BASE_URL, which links in letters begin with")
        if (host or sender) and not _SENDER.fullmatch(sender):
            raise ValueError(
                "should be an address such as partnerships@example.org or Partnerships <partnerships@example.org>"
            )
        return sender

    @field_validator("oidc_issuer")
    @classmethod
    def _is_an_issuer(cls, url: str) -> str:
        """Refuse an address by which anybody on the way could say who somebody is."""
        parts = _split(url)
        near = parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1", "::1"}
        if url and (not (parts.scheme == "https" or near) or not parts.hostname or parts.query or parts.fragment):
            raise ValueError("should be an address such as https://login.example.org")
        return url

    @field_validator("oidc_client_id")
    @classmethod
    def _belongs_to_an_issuer(cls, client: str, info: ValidationInfo) -> str:
        """Refuse a provider that does not know the site, or not where people are sent back to."""
        if info.data.get("oidc_issuer") and not client:
            raise ValueError("should be the client id that the provider gave")
        if info.data.get("oidc_issuer") and not info.data.get("base_url", "unread"):
            raise ValueError("should be set with PARTNERSHIPS_BASE_URL, to which the provider sends people back")
        return client

    @field_validator("oidc_roles")
    @classmethod
    def _are_roles(cls, roles: str) -> str:
        """Refuse what gives no role: whoever mistypes one should not find out when somebody signs in."""
        if any(each.strip() and not _GIVES.fullmatch(each.strip()) for each in roles.split(";")):
            raise ValueError("should be such as: group=editor@bromley; other group=administrator")
        return roles

    @field_validator("contact", "complaints")
    @classmethod
    def _is_a_contact(cls, address: str) -> str:
        """Refuse what nobody can write to or look at."""
        if not address:
            return address
        parts = _split(address)
        written, seen = (
            parts.scheme == "mailto" and "@" in parts.path,
            parts.scheme in {"http", "https"} and parts.hostname,
        )
        if not written and not seen:
            raise ValueError("should be mailto:somebody@example.org or a page, https://example.org/contact")
        return address


def _split(address: str) -> SplitResult:
    """Take an address apart; ValueError when it is none."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # read only now, and refused
    except ValueError:
        raise ValueError("should be an address, and a port in it a number from 0 to 65535") from None
    return parts
