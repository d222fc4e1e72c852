"""Roles that hold on a server: PostgreSQL's own, with a policy for every row.

`enforce` makes four group roles and gives each what the table of `services.permissions` gives it; the
person's login is made a member by whoever runs the server (`GRANT tracker_advocate TO asha`), and its name
is the name by which cases are led. Then another program, or raw SQL, gets no further than this one: the
policies are the database's, and a reviewer has no right to the columns that tell who somebody is
(`sight.is_coded`). What a role isn't granted it can't do.

Nobody reads or writes the table of names: the functions of `policy_functions` do it, and see who asks. A
name is read only through `tracker_open_identity`, which writes down who asked and why before it answers.
The audit and its seals can be added to by their own writer, and never changed; of others' rows a role
other than the manager's sees its own matters' only, and the number and hash at the end of the chain. A seal
tells much to who can guess: a digest is tried against every day of a year for a birthday, or with its salt
against a list of names. So seals are read where the facts themselves are, the office's own (0) by all.
"""

from __future__ import annotations

from sqlalchemy import Connection, Table

from tracker.store import sight
from tracker.store.policy_functions import FUNCTIONS

_PREFIX = "tracker_"
ROLES = ("advocate", "manager", "reviewer", "administrator")
_KEPT = ("due", "flag", "course", "verdict")
_OFFICE: tuple[str, ...] = (
    "court",
    "disclosure",
    "holiday",
    "vacation",
    "stallrule",
    "stallmeasure",
    "setting",
    "legalhold",
    "person",
)
_OFFICE += ("alembic_version",)
_READERS = "tracker_advocate, tracker_manager, tracker_reviewer, tracker_administrator"
_WRITERS = "tracker_advocate, tracker_manager, tracker_administrator"
_HEADS = "tracker_manager, tracker_administrator"
_LISTED = ("hearing", "tag", "accused", "victim", "charge", "proceeding")
"""Tables of facts of which a line that was only just added can be taken back."""
_FIXED = ("event", "flagnote")
"""Tables of cases whose rows are not changed in their place."""


def of_cases() -> list[Table]:
    """Return the tables that hold the facts of cases and what is kept of them."""
    return [table for table in sight.of_cases() if table.name != "legalhold"]


def enforce(connection: Connection) -> None:
    """Make the roles, their grants and the policies; what they had before is taken away first.

    The login must own the tables and may make roles. The driver's errors come through.
    """
    for role in ROLES:
        name = _PREFIX + role
        connection.exec_driver_sql(
            f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{name}') "
            f"THEN CREATE ROLE {name} NOLOGIN; END IF; END $$"
        )
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA public TO {name}")
    for statement in (*FUNCTIONS, *_grants()):
        connection.exec_driver_sql(statement)
    for table in of_cases():
        _policies(connection, table)
    _of_office(connection)


def _grants() -> list[str]:
    cases = ", ".join(table.name for table in of_cases())
    changed = ", ".join(table.name for table in of_cases() if table.name not in _FIXED)
    return [
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {_READERS}",
        *_of_columns(),
        f"GRANT SELECT ON {cases} TO {_WRITERS}",
        f"GRANT SELECT ON {', '.join(_OFFICE)}, audit, seal TO {_READERS}",
        f"GRANT INSERT ON audit, seal TO {_READERS}",
        f"GRANT INSERT ON {cases}, court, disclosure TO {_WRITERS}",
        f"GRANT UPDATE ON {changed} TO {_WRITERS}",
        f"GRANT DELETE ON {', '.join(_KEPT)}, {', '.join(_LISTED)} TO {_WRITERS}",
        f"GRANT SELECT, INSERT, DELETE ON issued TO {_READERS}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO {_READERS}",
        f"GRANT INSERT, UPDATE ON setting TO {_READERS}",
        f"GRANT INSERT, UPDATE, DELETE ON holiday, stallrule, stallmeasure, legalhold TO {_HEADS}",
        f"GRANT INSERT, UPDATE ON court TO {_HEADS}",
        f"GRANT INSERT ON identity TO {_HEADS}",
        "GRANT INSERT, UPDATE, DELETE ON person TO tracker_administrator",
        f"GRANT SELECT ON opening TO {_HEADS}",
        "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC",
        *(
            f"GRANT EXECUTE ON FUNCTION {name} TO {who}"
            for name, who in (
                ("tracker_mine(integer)", _READERS),
                ("tracker_chain_end()", _READERS),
                ("tracker_next_number()", _WRITERS),
                ("tracker_names_in(text[], text[])", _READERS),
                ("tracker_years(integer, text)", "tracker_reviewer"),
                ("tracker_forget_salts(integer)", _WRITERS),
                ("tracker_open_identity(text, text, text)", _WRITERS),
                ("tracker_put_identity(integer, text, text)", _WRITERS),
                ("tracker_names_digest(integer, text)", _WRITERS),
            )
        ),
    ]


def _of_columns() -> list[str]:
    """Return the grants of a reviewer, column by column."""
    said = []
    for table in of_cases():
        columns = ", ".join(f'"{one.name}"' for one in table.columns if sight.is_coded(table, one))
        said.append(f"GRANT SELECT ({columns}) ON {table.name} TO tracker_reviewer")
    return said


def _policies(connection: Connection, table: Table) -> None:
    name = table.name
    connection.exec_driver_sql(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
    _policy(connection, name, "office", "ALL", _HEADS, using="true", check="true")
    standing = "struck IS NULL" if "struck" in table.c else "true"
    _policy(connection, name, "figures", "SELECT", "tracker_reviewer", using=standing)
    mine = (
        "lead = session_user OR tracker_mine(id)" if name == "prosecution" else "tracker_mine(prosecution_id)"
    )
    _policy(connection, name, "mine", "ALL", "tracker_advocate", using=mine, check=mine)


def _of_office(connection: Connection) -> None:
    """Let each desk be its person's, the audit its writer's to add to, a series of sheets its printer's."""
    for table in ("audit", "seal", "setting", "issued", "identity", "draft"):
        connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    _policy(connection, "identity", "office", "INSERT", _HEADS, check="true")
    own = "who = session_user"
    _policy(connection, "draft", "own", "ALL", _READERS, using=own, check=own)
    _policy(connection, "draft", "erased", "DELETE", _HEADS, using="true")
    _policy(connection, "audit", "own", "INSERT", "PUBLIC", check="who = session_user")
    _policy(connection, "audit", "read", "SELECT", _HEADS, using="true")
    own_acts = "who = session_user OR ref IN (SELECT p.ref FROM prosecution p)"
    _policy(connection, "audit", "mine", "SELECT", "tracker_advocate", using=own_acts)
    _policy(connection, "audit", "figures", "SELECT", "tracker_reviewer", using="who = session_user")
    _policy(connection, "seal", "own", "INSERT", "PUBLIC", check="true")
    _policy(connection, "seal", "read", "SELECT", _HEADS, using="true")
    own_seals = "prosecution_id = 0 OR tracker_mine(abs(prosecution_id))"
    _policy(connection, "seal", "mine", "SELECT", "tracker_advocate", using=own_seals)
    _policy(connection, "seal", "office", "SELECT", "tracker_reviewer", using="prosecution_id = 0")
    own_desk = "starts_with(key, 'desk:' || session_user || ':')"
    _policy(connection, "setting", "office", "ALL", _HEADS, using="true", check="true")
    _policy(connection, "setting", "desk", "ALL", _READERS, using=own_desk, check=own_desk)
    _policy(connection, "setting", "read", "SELECT", _READERS, using="NOT starts_with(key, 'desk:')")
    _policy(connection, "issued", "office", "ALL", f"{_HEADS}, tracker_reviewer", using="true", check="true")
    own_series = "strpos(scope, '~' || session_user || ':') > 0"
    _policy(connection, "issued", "mine", "ALL", "tracker_advocate", using=own_series, check=own_series)


def _policy(
    connection: Connection, table: str, name: str, to_do: str, to: str, *, using: str = "", check: str = ""
) -> None:
    connection.exec_driver_sql(f"DROP POLICY IF EXISTS {table}_{name} ON {table}")
    said = f"CREATE POLICY {table}_{name} ON {table} FOR {to_do} TO {to}"
    said += f" USING ({using})" if using else ""
    connection.exec_driver_sql(said + (f" WITH CHECK ({check})" if check else ""))
