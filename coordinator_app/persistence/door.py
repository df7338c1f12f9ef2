"""The one door between a paper and its candidate.

What lies behind it is sealed: the candidate's number under a key derived from the journal's key, so
that neither the table nor the journal's images of it say who wrote what. Whoever is shown a name by
it writes an opening; the program's own looks (conflicts, the search for leaks, results) show none.
"""

from __future__ import annotations

import hashlib
import hmac

from coordinator_app.domain.errors import MachineTrouble
from coordinator_app.persistence.columns import number, text
from coordinator_app.persistence.journal import chain_key
from coordinator_app.persistence.store import Reader, Transaction

_RECORD = "paper_identity"
_NONCE, _PLAIN = 16, 8


def seal(tx: Transaction, paper: int, candidate: int) -> None:
    """Say, sealed, whose paper it is."""
    key = _key(tx)
    plain = candidate.to_bytes(_PLAIN, "big")
    # The nonce hangs on both numbers, so that no two rows share one; without the key it is chance.
    nonce = _mac(key, "nonce", paper, candidate)[:_NONCE]
    sealed = (nonce + _mixed(plain, key, nonce)).hex()
    token = _mac(key, "token", candidate).hex()
    tx.insert(_RECORD, {"paper_id": paper, "sealed": sealed, "token": token})


def candidate_of(reader: Reader, paper: int) -> int:
    """The candidate who wrote a paper. Raises MachineTrouble `door.broken` if the seal was altered."""
    found = reader.find(_RECORD, paper_id=paper)
    candidate = _opened(reader, paper, text(found[0], "sealed")) if found else None
    if candidate is None:
        raise MachineTrouble("door.broken", paper=text(reader.get("paper", paper), "code"))
    return candidate


def paper_of(reader: Reader, candidate: int) -> int | None:
    """The paper of a candidate; None where none is coded yet."""
    token = _mac(_key(reader), "token", candidate).hex()
    found = reader.find(_RECORD, token=token)
    return number(found[0], "paper_id") if found else None


def is_whole(reader: Reader, paper: int) -> bool:
    """Whether exactly one candidate stands behind a paper, as it was sealed."""
    found = reader.find(_RECORD, paper_id=paper)
    if len(found) != 1:
        return False
    candidate = _opened(reader, paper, text(found[0], "sealed"))
    return candidate is not None and paper_of(reader, candidate) == paper


def _opened(reader: Reader, paper: int, sealed: str) -> int | None:
    key, content = _key(reader), bytes.fromhex(sealed)
    nonce, hidden = content[:_NONCE], content[_NONCE:]
    candidate = int.from_bytes(_mixed(hidden, key, nonce), "big")
    whole = hmac.compare_digest(nonce, _mac(key, "nonce", paper, candidate)[:_NONCE])
    return candidate if whole else None


def _key(reader: Reader) -> bytes:
    return hmac.new(chain_key(reader.connection), b"the door", hashlib.sha256).digest()


def _mac(key: bytes, use: str, *numbers: int) -> bytes:
    words = "|".join([use, *map(str, numbers)])
    return hmac.new(key, words.encode(), hashlib.sha256).digest()


def _mixed(plain: bytes, key: bytes, nonce: bytes) -> bytes:
    """Plain text and a keystream of its own nonce, one over the other."""
    stream = hmac.new(key, b"stream" + nonce, hashlib.sha256).digest()
    return bytes(one ^ other for one, other in zip(plain, stream, strict=False))
