"""What is an e-mail address, and what is not."""

from __future__ import annotations

import pytest

from coordinator_app.domain.errors import BadInput
from coordinator_app.runtime.addresses import check_email
from coordinator_app.runtime.sentences import sentence


@pytest.mark.parametrize(
    "address",
    ["leilani@example.org", " leilani@example.org ", "hōkūlani.7@example.org", "a+b@mail.test"],
)
def test_an_address_is_taken_as_typed(address: str) -> None:
    check_email(address)


@pytest.mark.parametrize(
    "address", ["leilani at example.org", "leilani@", "@example.org", "a@b@c", ""]
)
def test_what_is_no_address_is_refused_with_the_reason(address: str) -> None:
    with pytest.raises(BadInput, match=r"email\.not_one") as refusal:
        check_email(address)
    said = sentence(refusal.value.code, refusal.value.facts)
    assert address in said
    assert str(refusal.value.facts["reason"]) in said
