"""Places of their own for tests of pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.store.database import Transaction
from tests.accounts import Browser
from tests.sites import Sites

HUSHED = Path(__file__).resolve().parents[1] / "api" / "hushed.yaml"
SOURCES = """
sources:
  - {id: open-report, title: Open report, published: 2020-01, publisher: Open Council}
  - {id: hush-report, title: Hush report, published: 2031, access: members}
"""


@pytest.fixture(scope="package")
def with_secrets(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[TestClient]:
    """Return the application over a place with things of every sort that are not public, all called `hush` or Bob."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "testing.yaml").write_text(HUSHED.read_text("utf-8"), "utf-8")
    (seeds / "areas.yaml").write_text("areas: [{id: testing, name: Testing}]")
    (seeds / "sources.yaml").write_text(SOURCES)
    with sites.over(seeds) as (client, _):
        yield client


@pytest.fixture(scope="module")
def account_site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a site where nothing is recorded."""
    with sites.over(tmp_path_factory.mktemp("seeds")) as (client, _):
        yield client


@pytest.fixture
def browser(account_site: TestClient) -> Iterator[Browser]:
    """Return a browser on it; what a test did to accounts is gone afterwards."""
    browser = Browser(account_site)
    yield browser

    async def clear(transaction: Transaction) -> None:
        for row in await transaction.read("list_accounts"):
            await transaction.write("delete_keys_of_account", account=row.id)
            await transaction.write("delete_passkeys_of_account", account=row.id)
            await transaction.write("delete_account", account=row.id)
        await transaction.write("delete_sign_in_links", account="")
        await transaction.write("delete_audit_entries", before=2**60)

    browser.write(clear)
