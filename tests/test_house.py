"""The rules of the house that no linter knows. Each message says what to do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import coordinator_app
from coordinator_app.runtime.sentences import all_sentences

HERE = Path(__file__).resolve().parents[1]
PROGRAM = HERE / "coordinator_app"
REFUSALS = {"RuleBroken", "BadInput", "NotFound", "MachineTrouble", "Refusal", "phrase", "Phrase"}
NOT_NAMES = {"manager", "helper", "helpers", "utils", "util", "data", "info", "process"}
TEXTS = (".py", ".md", ".toml", ".txt", ".sql", ".mako", ".cfg", ".ini", ".liquid", ".svg")


def name_of(path: Path) -> str:
    return path.relative_to(HERE).as_posix()


@cache
def files(folder: str, *ends: str) -> tuple[Path, ...]:
    """The files below a folder of the project whose names end so."""
    found = sorted((HERE / folder).rglob("*"))
    return tuple(path for path in found if path.is_file() and path.name.endswith(ends))


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path), str(path))


def sources() -> tuple[Path, ...]:
    return files("coordinator_app", ".py")


def everything() -> Iterator[Path]:
    for folder in ("coordinator_app", "tests", "db", "resources", "requirements", ".ci"):
        yield from files(folder, *TEXTS)
    yield from (path for path in sorted(HERE.iterdir()) if path.suffix in TEXTS)
    yield HERE / ".ci" / "run"


def lines_with(pattern: str, paths: tuple[Path, ...], *allowed: str) -> list[str]:
    """`file:line` of each line that matches, outside the allowed files."""
    words = re.compile(pattern)
    return [
        f"{name_of(path)}:{number} {line.strip()}"
        for path in paths
        if not name_of(path).startswith(allowed or ("\0",))
        for number, line in enumerate(text(path).splitlines(), 1)
        if words.search(line)
    ]


def python_files() -> tuple[Path, ...]:
    return (*sources(), *files("tests", ".py"), *files("db", ".py"), HERE / "dev.py")


def test_no_file_is_longer_than_400_lines() -> None:
    long = [name_of(path) for path in python_files() if len(text(path).splitlines()) > 400]
    assert not long, f"divide these by topic: {long}"


def test_no_function_is_longer_than_40_lines() -> None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, kinds) and (node.end_lineno or 0) - node.lineno >= 40
    ]
    assert not long, f"eight lines is the aim: {long}"


# --- sentences --------------------------------------------------------------------------------


def calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and called(node) in REFUSALS and node.args:
            yield node


def called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(name):
            return name
        case ast.Attribute(_, name):
            return name
        case _:
            return ""


def codes_of(node: ast.expr) -> list[str]:
    """The codes an expression can be: a text, or one of the texts of a conditional."""
    match node:
        case ast.Constant(str() as code):
            return [code]
        case ast.IfExp(_, first, second):
            return codes_of(first) + codes_of(second)
        case _:
            return []


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_every_code_has_a_sentence_and_its_facts(path: Path) -> None:
    wrong = [told for node in calls(path) for told in wrong_call(node)]
    assert not wrong, (
        f"{name_of(path)}: add to runtime/sentences_<topic>.py or give the fact: {wrong}"
    )


def wrong_call(node: ast.Call) -> Iterator[str]:
    given = {word.arg for word in node.keywords}
    for code in codes_of(node.args[0]):
        template = all_sentences().get(code)
        if template is None:
            yield f"line {node.lineno}: {code} has no sentence"
        elif called(node) != "Phrase" and None not in given:
            missing = fields_of(template) - given
            if missing:
                yield f"line {node.lineno}: {code} needs {sorted(missing)}"


def fields_of(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_every_sentence_is_said_somewhere() -> None:
    """By its code, or by the first words of a code that is put together (`f"status.{code}"`)."""
    written = {word for path in sources() if not is_part(path) for word in words_of(path)}
    starts = tuple(word for word in written if word.endswith("."))
    loose = [c for c in all_sentences() if c not in written and not c.startswith(starts or ("\0",))]
    assert not loose, f"nobody says these; remove them: {loose}"


def is_part(path: Path) -> bool:
    return path.name.startswith("sentences_")


def words_of(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


# --- what may stand where ---------------------------------------------------------------------


def test_nobody_asks_the_clock_but_the_outermost_layer() -> None:
    outer = ("coordinator_app/app.py", "coordinator_app/cli/")
    found = lines_with(r"\b(date\.today|datetime\.now|datetime\.today|utcnow)\(", sources(), *outer)
    assert not found, f"take `today` (or `now`) as an argument: {found}"


def test_no_translation_of_a_made_up_text() -> None:
    assert not lines_with(r"\btr\(\s*f[\"']", sources()), "lupdate takes it literally: format after"


def test_labels_are_made_in_one_place() -> None:
    found = lines_with(r"\bQLabel\(", sources(), "coordinator_app/ui/widgets/labels.py")
    assert not found, f"Qt guesses rich text; use ui/widgets/labels.py: {found}"


def test_paragraphs_are_made_in_one_place() -> None:
    documents = files("coordinator_app/documents", ".py")
    found = lines_with(r"\bParagraph\(", documents, "coordinator_app/documents/paragraphs.py")
    assert not found, f"ReportLab reads markup; use documents/paragraphs.py: {found}"


def test_message_boxes_and_file_dialogs_are_opened_in_one_place() -> None:
    found = lines_with(
        r"\b(QMessageBox|QFileDialog)\b", sources(), "coordinator_app/ui/messages.py"
    )
    assert not found, f"use ui/messages.py: {found}"


def test_every_exception_is_caught_in_two_places_only() -> None:
    places = ("coordinator_app/ui/background.py", "coordinator_app/runtime/crashes.py")
    found = lines_with(r"except \(?Exception\b|except:", sources(), *places)
    assert not found, f"catch what you mean: {found}"


def test_nothing_is_left_for_later_and_nothing_is_switched_off() -> None:
    words = r"\b(TODO|FIXME|XXX)\b|type: ignore|mark\.(skip|xfail)|pytest\.(skip|xfail)\("
    found = lines_with(words, python_files(), "tests/test_house.py")
    assert not found, f"do it, or leave it out: {found}"


def test_tests_wait_for_something_never_for_some_time() -> None:
    found = lines_with(r"qtbot\.wait\(|time\.sleep\(", files("tests", ".py"), "tests/test_house.py")
    assert not found, f"use waitUntil or waitSignal: {found}"


def test_revisions_stand_alone() -> None:
    found = lines_with(r"\bcoordinator_app\b", files("db/migrations", ".py"))
    assert not found, f"a revision that imports today's program breaks tomorrow: {found}"


def test_nothing_outside_the_project_is_named() -> None:
    words = (
        r"\.\./shared|/work/|/opt/|/root/|pypi\.org|pythonhosted|localhost:|index-url|find-links"
    )
    found = lines_with(words, tuple(everything()), "LICENSE", "tests/test_house.py")
    assert not found, f"copy what is needed into the project: {found}"


# --- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_names_are_the_fields_own_words(path: Path) -> None:
    names = [path.stem, *(node.name for node in ast.walk(tree(path)) if isinstance(node, NAMED))]
    bad = [name for name in names if NOT_NAMES & words_in(name)]
    assert not bad, f"{name_of(path)}: say what it is: {bad}"


NAMED = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def words_in(name: str) -> set[str]:
    if name in QTS_OWN or ("data" in name and IMPORTS_WORD.search(name)):
        return set()
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)}


# A row of a workbook that is a title, a section or a total is "not data": that is its name.
IMPORTS_WORD = re.compile(r"(not|of|before|among|after)_data$")
QTS_OWN = {"data", "headerData", "setData", "mimeData", "setHeaderData", "roleData", "itemData"}


# --- documents --------------------------------------------------------------------------------


def test_every_path_the_architecture_names_is_there() -> None:
    named = re.findall(
        r"`([\w./-]+/[\w./*-]*|[\w-]+\.(?:py|md|toml))`", text(HERE / "ARCHITECTURE.md")
    )
    missing = [path for path in named if not is_there(path)]
    assert not missing, f"ARCHITECTURE.md names what is not there: {missing}"


def is_there(path: str) -> bool:
    return any(any(root.glob(path.rstrip("/"))) for root in (HERE, PROGRAM))


@pytest.mark.parametrize("page", sorted(HERE.glob("*.md")), ids=name_of)
def test_every_link_in_a_document_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text(page))
    assert [link for link in links if not (HERE / link).exists()] == []


def test_the_changelog_has_an_entry_for_this_version() -> None:
    assert f"## {coordinator_app.__version__}" in text(HERE / "CHANGELOG.md")


def test_the_two_commands_are_on_the_readmes_first_screen() -> None:
    first = "\n".join(text(HERE / "README.md").splitlines()[:40])
    assert re.findall(r"^python3 dev\.py (\w+)", first, re.MULTILINE) == ["run", "test"]


@pytest.mark.parametrize("lock", ["run", "develop", "build"])
def test_a_lock_names_packages_and_hashes_and_no_place(lock: str) -> None:
    lines = text(HERE / "requirements" / f"{lock}.txt").splitlines()
    shape = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [line for line in lines if not shape.fullmatch(line)] == []


def test_what_the_program_runs_with_is_what_it_is_tested_with() -> None:
    pinned = {line for line in text(HERE / "requirements" / "run.txt").splitlines() if "==" in line}
    assert pinned <= set(text(HERE / "requirements" / "develop.txt").splitlines())
