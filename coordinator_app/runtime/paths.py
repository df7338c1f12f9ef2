"""Where things lie: the program's own resources, and the user's folders."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from coordinator_app.domain.errors import MachineTrouble

_FOLDER = "endorsement-coordinator"


def program_folder() -> Path:
    """The folder that holds `resources` and `db`: of the source tree or of the built program."""
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


def resources_folder() -> Path:
    return program_folder() / "resources"


def fonts_folder() -> Path:
    return resources_folder() / "fonts"


def policies_folder() -> Path:
    return resources_folder() / "policies"


def letters_folder() -> Path:
    return resources_folder() / "letters"


def migrations_folder() -> Path:
    return program_folder() / "db" / "migrations"


def demo_folder() -> Path:
    """What the practice office is made of."""
    return program_folder() / "db" / "demo"


def old_office() -> Path:
    """An invented office as the program's first tables held it, to try the revisions on."""
    return demo_folder() / "revision-0001.office"


def handbook_folder() -> Path:
    return resources_folder() / "help"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one profile. Nothing is made until `make` is called."""

    profile: Path
    config: Path
    logs: Path
    offices: Path

    @classmethod
    def of_user(cls) -> Paths:
        """The user's own folders, or all below `COORDINATOR_HOME` where that is set."""
        home = os.environ.get("COORDINATOR_HOME")
        if home:
            return cls.below(Path(home))
        dirs = platformdirs.PlatformDirs(_FOLDER, appauthor=False, roaming=False)
        return cls(
            profile=dirs.user_data_path,
            config=dirs.user_config_path,
            logs=dirs.user_log_path,
            # Not in Documents: that folder is often copied by a sync program, which tears the file.
            offices=dirs.user_data_path / "offices",
        )

    @classmethod
    def below(cls, folder: Path) -> Paths:
        """A profile in one folder: for tests, demonstrations and bug reports."""
        return cls(folder, folder, folder / "logs", folder / "offices")

    @property
    def settings(self) -> Path:
        return self.config / "settings.toml"

    @property
    def log(self) -> Path:
        return self.logs / "coordinator.log"

    @property
    def crash(self) -> Path:
        return self.logs / "crash.txt"

    @property
    def practice(self) -> Path:
        """The practice office that `dev.py run` and Welcome open."""
        return self.profile / "practice.office"

    def make(self) -> None:
        """Make the folders of the profile, for the owner only.

        Raises MachineTrouble("folder.not_made") where the system refuses.
        """
        for folder in (self.profile, self.config, self.logs):
            make_folder(folder)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it. Raises MachineTrouble("folder.not_made")."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as trouble:
        reason = trouble.strerror or type(trouble).__name__
        raise MachineTrouble("folder.not_made", path=str(folder), reason=reason) from trouble
