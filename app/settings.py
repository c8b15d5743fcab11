"""Settings, read from PARTNERSHIPS_* variables, a .env file, or files for secrets."""

import os
import sys
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def default_data_dir() -> Path:
    """Give the user's own folder for application data, as the platform has it."""
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
        env_prefix="PARTNERSHIPS_",
        env_file=".env",
        extra="ignore",
        secrets_dir=os.environ.get("PARTNERSHIPS_SECRETS_DIR"),
    )

    host: str = Field("127.0.0.1", description="Address the site listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port the site listens on; 0 picks a free one.")
    base_url: str = Field("", description="Public address of the site, for links that leave it; empty: as asked.")
    data_dir: Path = Field(
        default_factory=default_data_dir,
        description="Folder of the embedded engine's data; `make run` uses .data in the project.",
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
    max_transaction_facts: int = Field(
        200_000, ge=1, description="Facts one load may write, since it is one transaction."
    )
    contact: str = Field(
        "mailto:corrections@partnerships.invalid",
        description="Where readers report an error: an e-mail (mailto:...) or a page (https://...).",
    )
    log_format: str = Field(
        "text", pattern="^(text|json)$", description="Log lines for people (text) or machines (json)."
    )
    log_level: str = Field(
        "info",
        pattern="^(debug|info|warning|error)$",
        description="The least serious log line that is written.",
    )
