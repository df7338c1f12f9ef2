"""Everything the program says and asks: refusals as sentences, questions in one place.

Nothing here waits: a question opens, and `then` is called with the answer. Tests pass
`tests.helpers.answers.PreparedMessages`, which answers at once from a queue.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.phrases import Phrase
from coordinator_app.runtime.sentences import say, sentence
from coordinator_app.ui import formats
from coordinator_app.ui.widgets.question import Question, TextQuestion

Answer = Callable[[], None]


def translated(template: str) -> str:
    """A sentence's template in the reader's language."""
    return QCoreApplication.translate("sentences", template)


def sentence_of(error: Exception) -> str:
    """What to show for an error: a refusal's own sentence, else that it was not expected."""
    if isinstance(error, Refusal):
        return sentence(error.code, error.facts, translated, formats.fact)
    return say_code("window.unexpected", kind=type(error).__name__)


def say_code(code: str, **facts: object) -> str:
    """The sentence of a code."""
    return sentence(code, facts, translated, formats.fact)


def say_phrase(phrase: Phrase) -> str:
    """The sentence of a Phrase, as the services give them."""
    return say(phrase, translated, formats.fact)


class Messages(QObject):
    """Asks through dialogs that block their window only, never the program.

    `report` is told of every error that is not a refusal, so that it is logged.
    """

    def __init__(
        self, parent: QObject | None = None, report: Callable[[Exception], None] | None = None
    ) -> None:
        super().__init__(parent)
        self._report = report

    def failure(self, owner: QWidget, error: Exception) -> None:
        """Show what went wrong; give `partial(messages.failure, page)` to Background as `failed`."""
        if self._report is not None and not isinstance(error, Refusal):
            self._report(error)
        self.tell(owner, sentence_of(error))

    def tell(self, owner: QWidget, text: str, then: Answer | None = None) -> None:
        """Say something that must be seen. Use a NoticeLine where it need not be."""
        Question(owner, text, yes=self.tr("OK"), no="", then=then)

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
        """Ask; `yes` is a verb ("Void the rating"). `then` on yes, `otherwise` on Cancel or Esc."""
        no = self.tr("Cancel")
        Question(
            owner,
            text,
            yes=yes,
            no=no,
            then=then,
            otherwise=otherwise,
            details=details,
            danger=danger,
        )

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
        """Ask for words, a reason for instance; empty ones are refused where `required`."""
        TextQuestion(owner, text, yes, then, start=start, required=required)

    def choose_file(
        self,
        owner: QWidget,
        title: str,
        kinds: str,
        then: Callable[[Path], None],
        folder: Path | None = None,
    ) -> None:
        """Let an existing file be chosen; `kinds` as Qt has it: "Spreadsheets (*.xlsx *.csv)"."""
        dialog = QFileDialog(owner, title, str(folder or ""), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        _open(dialog, then)

    def choose_save(
        self, owner: QWidget, title: str, start: Path, kinds: str, then: Callable[[Path], None]
    ) -> None:
        """Let a place to write be chosen; `start` is the folder and name offered."""
        dialog = QFileDialog(owner, title, str(start), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(start.suffix.lstrip("."))
        dialog.selectFile(start.name)
        _open(dialog, then)

    def choose_folder(
        self, owner: QWidget, title: str, then: Callable[[Path], None], folder: Path | None = None
    ) -> None:
        """Let a folder be chosen."""
        dialog = QFileDialog(owner, title, str(folder or ""))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        _open(dialog, then)


def _open(dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(partial(_chosen, then))
    dialog.open()


def _chosen(then: Callable[[Path], None], name: str) -> None:
    then(Path(name))
