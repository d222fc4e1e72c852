"""Roles that hold on a server: PostgreSQL's own, with a policy for every row.

`enforce` makes four group roles and gives each what the table of `services.permissions` gives it; the
person's login is made a member by whoever runs the server (`GRANT tracker_advocate TO asha`), and its name
is the name by which cases are led. Then another program, or raw SQL, gets no further than this one: the
policies are the database's. A name is read only through `tracker_open_identity`, which writes down who
asked and why before it answers; the audit and its seals can be added to by their own writer, and never
changed. What a role isn't granted it can't do.
"""

from __future__ import annotations

from sqlalchemy import Connection

from tracker.store.writing import COLUMNS, TABLE_OF

_PREFIX = "tracker_"
_OF_CASE = tuple(table for table in COLUMNS if table not in ("prosecution", "identity"))
"""Tables whose rows belong to a case. Names have a policy of their own."""
_KEPT = ("due", "flag", "course", "verdict")
_OFFICE = ("court", "disclosure", "holiday", "stallrule", "setting", "legalhold", "person", "alembic_version")

_FUNCTIONS = (
    "CREATE TABLE IF NOT EXISTS opening (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "
    "at timestamptz NOT NULL DEFAULT clock_timestamp(), who text NOT NULL, ref text NOT NULL, "
    "code text NOT NULL, reason text NOT NULL)",
    "CREATE OR REPLACE FUNCTION tracker_mine(number integer) RETURNS boolean LANGUAGE sql STABLE "
    "SECURITY DEFINER SET search_path = public AS $$ SELECT EXISTS (SELECT 1 FROM prosecution p "
    "WHERE p.id = number AND (p.lead = session_user OR EXISTS (SELECT 1 FROM hearing h "
    "WHERE h.prosecution_id = p.id AND h.advocate = session_user))) $$",
    "CREATE OR REPLACE FUNCTION tracker_open_identity(of_ref text, of_code text, why text) RETURNS text "
    "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ DECLARE number integer; found text; "
    "BEGIN SELECT id INTO number FROM prosecution WHERE ref = of_ref; "
    "IF length(trim(why)) < 10 THEN RAISE EXCEPTION 'a name is opened with a reason'; END IF; "
    "IF number IS NULL OR NOT (pg_has_role(session_user, 'tracker_manager', 'member') "
    "OR pg_has_role(session_user, 'tracker_advocate', 'member') AND tracker_mine(number)) "
    "THEN RAISE EXCEPTION 'permission denied'; END IF; "
    "INSERT INTO opening (who, ref, code, reason) VALUES (session_user, of_ref, of_code, why); "
    "SELECT name INTO found FROM identity WHERE prosecution_id = number AND code = of_code; "
    "RETURN found; END $$",
    "REVOKE ALL ON FUNCTION tracker_mine(integer) FROM PUBLIC",
    "REVOKE ALL ON FUNCTION tracker_open_identity(text, text, text) FROM PUBLIC",
)


def enforce(connection: Connection) -> None:
    """Make the roles, their grants and the policies; what they had before is taken away first.

    The login must own the tables and may make roles. The driver's errors come through.
    """
    for role in ("advocate", "manager", "reviewer", "administrator"):
        name = _PREFIX + role
        connection.exec_driver_sql(
            f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{name}') "
            f"THEN CREATE ROLE {name} NOLOGIN; END IF; END $$"
        )
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA public TO {name}")
    for statement in (*_FUNCTIONS, *_grants()):
        connection.exec_driver_sql(statement)
    for table in ("prosecution", *_OF_CASE):
        _policies(connection, table, "id" if table == "prosecution" else "prosecution_id")
    connection.exec_driver_sql("ALTER TABLE audit ENABLE ROW LEVEL SECURITY")
    _policy(connection, "audit", "own", "INSERT", "PUBLIC", check="who = session_user")
    _policy(connection, "audit", "read", "SELECT", "PUBLIC", using="true")
    connection.exec_driver_sql("ALTER TABLE draft ENABLE ROW LEVEL SECURITY")
    own = "who = session_user"
    _policy(connection, "draft", "own", "ALL", "PUBLIC", using=own, check=own)
    _policy(connection, "draft", "erased", "DELETE", "tracker_manager, tracker_administrator", using="true")


def _grants() -> list[str]:
    readers = "tracker_advocate, tracker_manager, tracker_reviewer, tracker_administrator"
    writers = "tracker_advocate, tracker_manager, tracker_administrator"
    heads = "tracker_manager, tracker_administrator"
    cases = ", ".join(("prosecution", *_OF_CASE))
    return [
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {readers}",
        f"GRANT SELECT ON {cases}, {', '.join(_OFFICE)}, audit, seal TO {readers}",
        f"GRANT INSERT ON audit, seal TO {readers}",
        f"GRANT INSERT ON {cases}, court TO {writers}",
        f"GRANT UPDATE ON prosecution, hearing, victim, {', '.join(TABLE_OF.values())} TO {writers}",
        f"GRANT UPDATE, DELETE ON {', '.join(_KEPT)} TO {writers}",
        f"GRANT INSERT, UPDATE ON setting TO {readers}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO {readers}",
        f"GRANT DELETE ON hearing TO {writers}",
        f"GRANT INSERT, UPDATE, DELETE ON holiday, stallrule, legalhold TO {heads}",
        f"GRANT INSERT, UPDATE ON court TO {heads}",
        f"GRANT DELETE ON identity TO {heads}",
        f"GRANT INSERT ON identity TO {writers}",
        "GRANT INSERT, UPDATE, DELETE ON person TO tracker_administrator",
        f"GRANT SELECT ON opening TO {heads}",
        f"GRANT EXECUTE ON FUNCTION tracker_mine(integer) TO {readers}",
        f"GRANT EXECUTE ON FUNCTION tracker_open_identity(text, text, text) TO {writers}",
    ]


def _policies(connection: Connection, table: str, number: str) -> None:
    connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    whole = "tracker_manager, tracker_administrator"
    _policy(connection, table, "office", "ALL", whole, using="true", check="true")
    _policy(connection, table, "figures", "SELECT", "tracker_reviewer", using="true")
    mine = "lead = session_user OR tracker_mine(id)" if table == "prosecution" else f"tracker_mine({number})"
    _policy(connection, table, "mine", "ALL", "tracker_advocate", using=mine, check=mine)


def _policy(
    connection: Connection, table: str, name: str, to_do: str, to: str, *, using: str = "", check: str = ""
) -> None:
    connection.exec_driver_sql(f"DROP POLICY IF EXISTS {table}_{name} ON {table}")
    said = f"CREATE POLICY {table}_{name} ON {table} FOR {to_do} TO {to}"
    said += f" USING ({using})" if using else ""
    connection.exec_driver_sql(said + (f" WITH CHECK ({check})" if check else ""))
