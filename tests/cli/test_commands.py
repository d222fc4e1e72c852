"""Every command explains itself, says no in one line, and imports only what it uses."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from tracker.cli import cli

Run = Callable[..., Result]
Answer = Callable[..., Any]


def _commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", one) for inner, one in command.commands.items())


@pytest.mark.parametrize(
    ("name", "command"), list(_commands()), ids=lambda x: x if isinstance(x, str) else ""
)
def test_every_command_has_help_with_an_example(name: str, command: click.Command) -> None:
    """A person who types --help sees what the command does and how it is typed."""
    assert f"tracker {name.split()[0]}" in (command.help or "") or isinstance(command, click.Group)
    assert "Example: " in (command.help or "")


def test_help_lists_every_command() -> None:
    """The first help names all commands, each with a line."""
    shown = CliRunner().invoke(cli, ["--help"]).output
    assert all(f"  {name}" in shown for name in cli.list_commands(click.Context(cli)))


UNREAD = {"tracker.store.fact_tables", "tracker.store.office_tables", "tracker.store.writing"}
UNREAD |= {"tracker.domain.reckon", "tracker.domain.suggestions"}
"""What a list of kept rows has no use for: tables of whole cases and of the office, and the rules."""


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (["--help"], {"sqlmodel", "sqlalchemy", "pydantic", "textual", "reportlab", "json", "statutes"}),
        (["law", "show", "IPC-370-5"], {"sqlmodel", "sqlalchemy", "pydantic", "textual", "tomllib"}),
        (["law", "limits"], {"sqlmodel", "sqlalchemy", "pydantic", "textual", "tomllib"}),
        (["list"], {"textual", "reportlab", "alembic", "numpy", "tomllib", *UNREAD, "tracker.domain.shapes"}),
        (["flags"], {"textual", "reportlab", "alembic", *UNREAD}),
        (["due"], {"textual", "reportlab", "alembic", *UNREAD}),
    ],
)
def test_a_command_imports_only_what_it_uses(arguments: list[str], never: set[str], office_url: str) -> None:
    """Starting stays quick because nothing unused is loaded."""
    code = (
        "import sys; sys.argv[1:] = " + repr(["--db", office_url, *arguments]) + "\n"
        "from tracker.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(' '.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not never & set(done.stderr.split())


def test_a_malformed_day_is_wrong_usage(run: Run) -> None:
    """A day that doesn't exist, typed on the command line, exits with 2 and names what was typed."""
    result = run("list", "--today", "2026-02-30")
    assert result.exit_code == 2
    assert "2026-02-30" in result.output


def test_no_office_is_one_clear_line(tmp_path: Any) -> None:
    """A command on an office that isn't there says how to make one, without a traceback."""
    url = f"sqlite:///{tmp_path / 'none.db'}"
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "--db", url, "list"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "tracker init" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "none.db").exists()


@pytest.mark.usefixtures("office_with_malvani")
def test_an_unknown_case_is_refused_by_name(run: Run) -> None:
    """A ref that isn't there is named, with the nearest one."""
    result = run("show", "MUM-2019-041")
    assert result.exit_code == 1
    assert "MUM-2019-041" in str(result.exception)


def test_demo_without_a_terminal_prints_the_sample_docket() -> None:
    """The first command a newcomer runs works in a pipe and exits with 0."""
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "demo"],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=True,
    )
    assert "MUM-2019-014" in done.stdout


def test_the_same_seed_writes_the_same_office(tmp_path: Any) -> None:
    """Two offices of one seed export the same file."""
    said = []
    for name in ("a", "b"):
        url = f"sqlite:///{tmp_path / name}.db"
        CliRunner().invoke(cli, ["demo", "--write", url, "--cases", "20", "--seed", "7"])
        said.append(CliRunner().invoke(cli, ["--db", url, "export"]).output)
    assert said[0] == said[1]
    assert said[0].count('"ref"') >= 20


@pytest.mark.parametrize("url", ["postgresql+psycopg://h:port/x", "http://[::1", "nonsense", "mysql://h/x"])
def test_an_address_that_cannot_be_read_is_one_line(url: str) -> None:
    """Whatever is wrong with the database's address, the answer says how one is written."""
    result = CliRunner().invoke(cli, ["--db", url, "list"])
    assert result.exit_code == 1
    assert str(result.exception).startswith("The database address can't be read")


def test_a_password_in_an_address_is_not_printed() -> None:
    """What `init` and `demo` print may end up in a log."""
    from tracker.cli.office import _without_password

    assert (
        _without_password("postgresql+psycopg://asha:a:b@c@host/x") == "postgresql+psycopg://asha:***@host/x"
    )
    assert _without_password("sqlite:////home/a@b/office.db") == "sqlite:////home/a@b/office.db"


def test_what_is_piped_is_utf_8_on_every_system(office_url: str, tmp_path: Any) -> None:
    """A console of another alphabet neither breaks an answer nor an export that is sent to a file."""
    file = tmp_path / "register.jsonl"
    file.write_text('{"ref": "R-1", "title": "राज्य"}', encoding="utf-8")
    for arguments in (["import", str(file)], ["export"]):
        done = subprocess.run(
            [sys.executable, "-m", "tracker", "--db", office_url, *arguments],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        )
    assert "राज्य" in done.stdout.decode("utf-8")


def test_an_office_in_memory_is_refused() -> None:
    """An office that would vanish with the command is never said to be ready."""
    for url in ("sqlite://", "sqlite:///", "sqlite:///:memory:"):
        result = CliRunner().invoke(cli, ["--db", url, "init"])
        assert result.exit_code == 2
        assert "needs a file" in result.output
