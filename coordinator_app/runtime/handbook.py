"""The handbook as it lies in `resources/help`: one page a screen, in Markdown, with its pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coordinator_app.runtime.paths import handbook_folder

FIRST = "welcome"
# In the order in which one reads.
PAGES: tuple[str, ...] = (
    "welcome",
    "new-office",
    "today",
    "applications",
    "case",
    "references-and-review",
    "decisions-and-letters",
    "exams",
    "sitting",
    "registry",
    "endorsement",
    "people",
    "letters",
    "reports",
    "import",
    "policy",
    "settings",
    "files-and-backups",
    "keyboard",
    "command-line",
)
# Screens whose page has another name; dialogs by their class.
_ELSEWHERE = {
    "person": "people",
    "NewOfficeDialog": "new-office",
    "PassphraseDialog": "files-and-backups",
    "ImportDialog": "import",
    "AdoptPolicyDialog": "policy",
    "PersonDialog": "people",
    "NewApplicationDialog": "applications",
    "AcceptanceDialog": "case",
    "EvidenceDialog": "case",
    "SubmitDialog": "case",
    "PauseDialog": "case",
    "NoteDialog": "case",
    "ReasonDialog": "case",
    "RaterDialog": "references-and-review",
    "RatingDialog": "references-and-review",
    "ReviewerDialog": "references-and-review",
    "ReviewDialog": "references-and-review",
    "DecisionDialog": "decisions-and-letters",
    "ExamDialog": "decisions-and-letters",
    "LetterDialog": "decisions-and-letters",
    "PlanSittingDialog": "exams",
    "EnrolDialog": "exams",
    "ApartDialog": "exams",
    "AdmitDialog": "sitting",
    "AnswersDialog": "sitting",
    "PacketsDialog": "sitting",
    "ScoreDialog": "sitting",
    "ScorerDialog": "sitting",
    "PartOneDialog": "sitting",
    "DecideResultDialog": "sitting",
    "AddEndorsementDialog": "registry",
    "MoveDialog": "endorsement",
    "SanctionDialog": "endorsement",
    "BackDialog": "endorsement",
    "RenewalDialog": "endorsement",
    "RegistryLetterDialog": "endorsement",
    "LettersSentDialog": "letters",
    "RoundLettersDialog": "letters",
}


@dataclass(frozen=True, slots=True)
class HandbookPage:
    """`text` is Markdown without its first line, the title."""

    name: str
    title: str
    text: str


def handbook_page(name: str) -> HandbookPage:
    """A page by its name. Raises KeyError for one that is not in the handbook."""
    if name not in PAGES:
        raise KeyError(name)
    whole = (handbook_folder() / f"{name}.md").read_text(encoding="utf-8")
    title, _, text = whole.partition("\n")
    return HandbookPage(name, title.removeprefix("# ").strip(), text.strip() + "\n")


def page_of_screen(screen: str) -> str:
    """The page about a screen: a key of the window's pages, or a dialog's class; else the first."""
    name = _ELSEWHERE.get(screen, screen)
    return name if name in PAGES else FIRST


def page_of_link(link: str) -> str | None:
    """The page a link in the handbook leads to; None for anything else, which is not followed."""
    name = link.removesuffix(".md")
    return name if name in PAGES and link == f"{name}.md" else None


def picture_file(link: str) -> Path | None:
    """The picture `pictures/NAME.png` of the handbook; None for anything else."""
    folder, _, name = link.partition("/")
    path = handbook_folder() / "pictures" / name
    fits = folder == "pictures" and name == Path(name).name and name.endswith(".png")
    return path if fits and path.is_file() else None
