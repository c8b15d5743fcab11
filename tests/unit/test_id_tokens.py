"""What a provider signs is believed for this site, this request and now, and nothing else is."""

import base64
import hmac
import json
import time
from typing import Any

import pytest
from joserfc import errors, jwt
from joserfc.jwk import KeySet, RSAKey

from app.accounts.id_tokens import LEEWAY, Skewed, UnknownKey, claims_in

ISSUER, CLIENT, NONCE = "https://login.example.org", "partnerships", "of this request"
KEY = RSAKey.generate_key(2048, {"kid": "one"})
HS256 = b'{"alg":"HS256","typ":"JWT"}'
PUBLIC = KeySet([RSAKey.import_key(KEY.as_dict(private=False))])


def said(**changed: Any) -> dict[str, Any]:
    """Return what a right token says, changed; what is None is left out."""
    now = int(time.time())
    right = {"iss": ISSUER, "aud": CLIENT, "sub": "1", "exp": now + 300, "iat": now, "nonce": NONCE}
    return {name: value for name, value in (right | changed).items() if value is not None}


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def read(claims: dict[str, Any], key: Any = KEY, **header: str) -> Any:
    token = jwt.encode({"alg": "RS256", "kid": "one"} | header, claims, key)
    return claims_in(token, PUBLIC, issuer=ISSUER, client=CLIENT, nonce=NONCE)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"aud": [CLIENT]},
        {"aud": [CLIENT, "other"], "azp": CLIENT},
    ],
)
def test_a_right_token_is_read(changed: dict[str, Any]) -> None:
    assert read(said(**changed))["sub"] == "1"


@pytest.mark.parametrize(("claim", "seconds"), [("exp", -LEEWAY + 30), ("iat", LEEWAY - 30), ("nbf", LEEWAY - 30)])
def test_clocks_may_differ_a_little(claim: str, seconds: int) -> None:
    assert read(said(**{claim: int(time.time()) + seconds}))["sub"] == "1"


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "https://login.example.com"},
        {"iss": None},
        {"aud": "another"},
        {"aud": None},
        {"aud": [CLIENT, "other"]},
        {"azp": "other"},
        {"aud": [CLIENT, "other"], "azp": "other"},
        {"nonce": "of another request"},
        {"nonce": None},
        {"sub": None},
        {"exp": None},
        {"iat": None},
        {"exp": "soon"},
        {"iat": "now"},
    ],
)
def test_what_is_not_for_this_request_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(errors.JoseError):
        read(said(**changed))


@pytest.mark.parametrize(("claim", "seconds"), [("exp", -LEEWAY - 30), ("iat", LEEWAY + 60), ("nbf", LEEWAY + 60)])
def test_what_is_of_another_time_is_told_apart(claim: str, seconds: int) -> None:
    with pytest.raises(Skewed):
        read(said(**{claim: int(time.time()) + seconds}))


@pytest.mark.parametrize(
    ("key", "header"),
    [
        (RSAKey.generate_key(2048, {"kid": "one"}), {}),
        (RSAKey.generate_key(2048, {"kid": "two"}), {"kid": "two"}),
    ],
)
def test_another_key_is_not_known(key: Any, header: dict[str, str]) -> None:
    with pytest.raises(UnknownKey):
        read(said(), key, **header)


def test_nobody_signs_by_the_public_key_or_the_clients_secret_or_not_at_all() -> None:
    """Confusion of algorithms."""
    for secret in (KEY.as_pem(private=False), b"the client's secret, which is long enough to be one"):
        begun = f"{encoded(HS256)}.{encoded(json.dumps(said()).encode())}"
        token = f"{begun}.{encoded(hmac.digest(secret, begun.encode(), 'sha256'))}"
        with pytest.raises((errors.JoseError, ValueError)):
            claims_in(token, PUBLIC, issuer=ISSUER, client=CLIENT, nonce=NONCE)
    head, body, _ = jwt.encode({"alg": "RS256", "kid": "one"}, said(), KEY).split(".")
    none = "eyJhbGciOiJub25lIn0"  # {"alg":"none"}
    for token in (f"{none}.{body}.", f"{head}.{body}.", "nonsense", "", "a.b.c"):
        with pytest.raises((errors.JoseError, ValueError, UnknownKey)):
            claims_in(token, PUBLIC, issuer=ISSUER, client=CLIENT, nonce=NONCE)
