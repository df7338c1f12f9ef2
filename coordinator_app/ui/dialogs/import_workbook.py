"""Bringing in a spreadsheet: read, look, correct, write; and take back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import Refusal
from coordinator_app.domain.imports_drafts import ImportPlan
from coordinator_app.domain.imports_sheets import RawWorkbook
from coordinator_app.services.imports_returned import write_returned
from coordinator_app.ui.background import Progress, Work
from coordinator_app.ui.dialogs.handbook import add_help_key
from coordinator_app.ui.dialogs.import_columns import ImportColumns
from coordinator_app.ui.dialogs.import_rows import ImportRows
from coordinator_app.ui.fitting import fit
from coordinator_app.ui.messages import say_code, say_phrase, sentence_of
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.chips import Chip, FilterChips
from coordinator_app.ui.widgets.empty_state import EmptyState
from coordinator_app.ui.widgets.labels import Muted, Title
from coordinator_app.ui.widgets.notice import NoticeLine
from coordinator_app.ui.widgets.progress import WorkBar

ROWS, COLUMNS = "rows", "columns"


class ImportDialog(QDialog):
    """Call `read(path)`. Nothing is written before the button that says how many rows it writes."""

    def __init__(self, owner: QWidget, tools: Tools) -> None:
        super().__init__(owner.window())
        add_help_key(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bring in a spreadsheet"))
        self._tools = tools
        self._book: RawWorkbook | None = None
        self.plan: ImportPlan | None = None
        self._work: Work | None = None
        self.notice = NoticeLine(self)
        self.bar = WorkBar(self)
        self.rows = ImportRows(self)
        self.columns = ImportColumns(self)
        views = [Chip(ROWS, self.tr("Rows")), Chip(COLUMNS, self.tr("Columns"))]
        self.views = FilterChips(views, self.tr("What is shown"), self)
        self._make_buttons()
        self._title = Title("", self)
        self._line = Muted("", self, wrap=True)
        self._inner = QStackedWidget(self)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()
        fit(self, owner, 1180, 760)

    def read(self, path: Path) -> None:
        """Read a file in the child that is limited, then show its dry run."""
        self.notice.hide()
        self._title.setText(self.tr("Bring in {file}").format(file=path.name))
        self._line.setText(self.tr("Nothing is written before you say so."))
        self._stack.setCurrentIndex(0)
        self._can_write(on=False)
        self.bar.show_progress(Progress(0, 0, say_code("import.reading", file=path.name)))
        call = partial(self._read, path)
        self._work = self._tools.background.run_long(
            self, call, self._have_book, self._cannot_read, self.bar.show_progress
        )

    def write(self) -> None:
        """Write what the dry run accepts and questions."""
        if self.plan is None:
            return
        self._can_write(on=False)
        call = partial(self._tools.desk.imports.write, self.plan)
        self._tools.fetch(self, call, self._written, self._refused)

    def take_back(self) -> None:
        """Undo the import."""
        self.undo_button.setEnabled(False)
        call = self._tools.desk.history.undo
        self._tools.write(self, partial(call, self._entry), self._taken_back, self._refused)

    # Making it

    def _make_buttons(self) -> None:
        self.other_button = Button(self.tr("Another file…"), parent=self)
        self.save_button = Button(self.tr("Save the rejected rows…"), parent=self)
        self.cancel_button = Button(self.tr("Cancel"), parent=self)
        self.write_button = Button("", Kind.ACCENT, self)
        self.undo_button = Button(self.tr("Undo the import"), parent=self)
        self._entry = 0

    def _build(self) -> None:
        self._inner.addWidget(self.rows)
        self._inner.addWidget(self.columns)
        for part in (self._reading(), self._looking(), self._result()):
            self._stack.addWidget(part)
        head = QHBoxLayout()
        space(head, 0, 8)
        head.addWidget(self._title, 1)
        head.addWidget(self.other_button)
        row = QHBoxLayout()
        space(row, 0, 8)
        row.addWidget(self.save_button)
        row.addStretch(1)
        for button in (self.undo_button, self.cancel_button, self.write_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        space(column, (22, 18, 22, 18), 10)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addLayout(row)
        self.undo_button.hide()

    def _reading(self) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.addStretch(1)
        column.addWidget(self.bar)
        column.addStretch(2)
        return part

    def _looking(self) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        space(column, 0, 10)
        column.addWidget(self.views)
        column.addWidget(self._inner, 1)
        return part

    def _result(self) -> QWidget:
        self._done = EmptyState(self.tr("Brought in"), "", parent=self)
        return self._done

    def _connect(self) -> None:
        self.views.chosen.connect(self._view)
        self.columns.corrected.connect(self._plan_anew)
        self.bar.cancelled.connect(self._stop)
        self.other_button.clicked.connect(self._choose)
        self.save_button.clicked.connect(self._save_rejected)
        self.cancel_button.clicked.connect(self.reject)
        self.write_button.clicked.connect(self.write)
        self.undo_button.clicked.connect(self.take_back)

    # Reading and planning

    def _read(self, path: Path, work: Work) -> RawWorkbook:
        """In the worker; the child ends by itself within its limits."""
        book = self._tools.desk.imports.read(path)
        work.step(1, 1)
        return book

    def _have_book(self, book: RawWorkbook) -> None:
        self._book, self._work = book, None
        self.columns.show_book(book)
        self._plan_anew()

    def _cannot_read(self, error: Exception) -> None:
        self._work = None
        self._refused(error)

    def _plan_anew(self) -> None:
        if self._book is None:
            return
        self._can_write(on=False)
        mapping, sheets = self.columns.mapping, self.columns.sheets
        call = partial(self._tools.desk.imports.plan, self._book, mapping, sheets)
        self._tools.fetch(self, call, self._show_plan, self._refused)

    def _show_plan(self, plan: ImportPlan) -> None:
        self.plan = plan
        self.notice.hide()
        self.rows.show_plan(plan)
        self.columns.show_plan(plan)
        first = self._stack.currentIndex() != 1
        self._stack.setCurrentIndex(1)
        unknown = sum(1 for sheet in plan.sheets for one in sheet.columns if not one.field)
        self.views.count({COLUMNS: unknown or None})
        self._line.setText(" ".join(self._told(plan)))
        self._can_write(on=True)
        if first:
            self.rows.table.setFocus()

    def _told(self, plan: ImportPlan) -> list[str]:
        of_file = self._book.told if self._book else ()
        hidden = [one for one in plan.told if one.code == "import.sheet_hidden"]
        said = [say_phrase(one) for one in (*of_file, *hidden)]
        return [self.tr("Nothing is written before you say so."), *said]

    def _view(self, key: object) -> None:
        self._inner.setCurrentWidget(self.columns if key == COLUMNS else self.rows)

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
        self.reject()

    # Writing

    def _can_write(self, *, on: bool) -> None:
        counts = self.plan.counts() if self.plan else dict[str, int]()
        rows = counts.get("accepted", 0) + counts.get("questions", 0)
        self.write_button.setText(self.tr("Write {count} rows").format(count=rows))
        self.write_button.setEnabled(on and rows > 0)
        self.save_button.setVisible(counts.get("rejected", 0) > 0)

    def _written(self, answer: tuple[Changes, int]) -> None:
        changes, added = answer
        assert self.plan is not None
        counts, file = self.plan.counts(), self.plan.file
        text = say_code("import.nothing_new", file=file)
        if added:
            text = say_code(
                "import.written",
                added=added,
                file=file,
                accepted=counts["accepted"],
                questions=counts["questions"],
            )
        self._entry = changes.entry
        self._tools.feed.tell(changes)
        self._show_done(self.tr("Brought in") if added else self.tr("Nothing new"), text)
        self.undo_button.setVisible(added > 0)

    def _show_done(self, title: str, text: str) -> None:
        self._done.say(title, text)
        self._line.hide()
        self._stack.setCurrentIndex(2)
        self.write_button.hide()
        self.undo_button.hide()
        self.other_button.hide()
        self.cancel_button.setText(self.tr("Close"))
        self.cancel_button.setFocus()

    def _taken_back(self, _changes: Changes) -> None:
        assert self.plan is not None
        text = say_code("import.taken_back", file=self.plan.file)
        self._show_done(self.tr("Taken back"), text)

    def _refused(self, error: Exception) -> None:
        self._can_write(on=self.plan is not None)
        if isinstance(error, Refusal):
            self.notice.say(sentence_of(error), Tone.BAD)
        else:
            self._tools.messages.failure(self, error)

    # Files

    def _choose(self) -> None:
        title, kinds = self.tr("Bring in a spreadsheet"), self.tr("Spreadsheets (*.xlsx *.csv)")
        self._tools.messages.choose_file(self, title, kinds, self.read)

    def _save_rejected(self) -> None:
        assert self.plan is not None
        name = f"{Path(self.plan.file).stem}-rejected.xlsx"
        title, kinds = self.tr("Save the rejected rows"), self.tr("Spreadsheets (*.xlsx)")
        self._tools.messages.choose_save(self, title, Path.home() / name, kinds, self._save)

    def _save(self, path: Path) -> None:
        assert self.plan is not None
        call = partial(write_returned, path, self.plan, say_phrase)
        self._tools.fetch(self, call, partial(self._saved, path), self._refused)

    def _saved(self, path: Path, _rows: int) -> None:
        self.notice.say(say_code("import.returned_saved", path=str(path)), Tone.GOOD)
