"""E-mail addresses, by their syntax only: nobody is asked whether one exists."""

from __future__ import annotations

from email_validator import EmailNotValidError, validate_email

from coordinator_app.domain.errors import BadInput


def check_email(address: str) -> None:
    """Raises BadInput("email.not_one") with the `address` as typed and the `reason`.

    Letters beyond ASCII are welcome on either side of the @; nothing is looked up.
    """
    try:
        validate_email(address.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError as wrong:
        raise BadInput("email.not_one", address=address, reason=str(wrong)) from None
