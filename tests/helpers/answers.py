"""Messages that are answered by the test, in advance."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.errors import Refusal
from coordinator_app.ui.messages import Answer, Messages, sentence_of


class PreparedMessages(Messages):
    """Every question takes the next answer at once; `said` keeps all sentences and questions.

    `answer(True)` says yes, `answer(False)` no, `answer("words")` gives words, `answer(path)` a
    file; a question without an answer fails the test by name. An error that is no refusal is
    raised.
    """

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._answers: deque[object] = deque()

    def answer(self, *answers: object) -> None:
        """Queue answers."""
        self._answers.extend(answers)

    @property
    def unanswered(self) -> list[object]:
        """Answers nobody has asked for."""
        return list(self._answers)

    def failure(self, owner: QWidget, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.said.append(sentence_of(error))

    def tell(self, owner: QWidget, text: str, then: Answer | None = None) -> None:
        self.said.append(text)
        if then is not None:
            then()

    def ask(
        self,
        owner: QWidget,
        text: str,
        yes: str,
        then: Answer,
        *,
        details: str = "",
        danger: bool = False,
        otherwise: Answer | None = None,
    ) -> None:
        if self._next(text):
            then()
        elif otherwise is not None:
            otherwise()

    def ask_text(
        self,
        owner: QWidget,
        text: str,
        yes: str,
        then: Callable[[str], None],
        *,
        start: str = "",
        required: bool = True,
    ) -> None:
        answer = self._next(text)
        if isinstance(answer, str):
            then(answer)

    def choose_file(
        self,
        owner: QWidget,
        title: str,
        kinds: str,
        then: Callable[[Path], None],
        folder: Path | None = None,
    ) -> None:
        self._give_path(title, then)

    def choose_save(
        self, owner: QWidget, title: str, start: Path, kinds: str, then: Callable[[Path], None]
    ) -> None:
        self._give_path(title, then)

    def choose_folder(
        self, owner: QWidget, title: str, then: Callable[[Path], None], folder: Path | None = None
    ) -> None:
        self._give_path(title, then)

    def _give_path(self, title: str, then: Callable[[Path], None]) -> None:
        answer = self._next(title)
        if isinstance(answer, Path):
            then(answer)

    def _next(self, question: str) -> object:
        self.said.append(question)
        assert self._answers, f"no answer was prepared for: {question}"
        return self._answers.popleft()
