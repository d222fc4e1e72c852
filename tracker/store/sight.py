"""What a role sees: views of the tables' own names, before them on a connection that only reads.

Every list, count, sheet and export reads through the office's reading sessions. For whoever may not see the
whole office these go through connections on which `prosecution` and every table of a case are temporary
views: an advocate's hold the rows of their own matters, a reviewer's all cases as codes. So nothing that
is read can forget to ask, and a table that is added later is narrowed too: of its words a reviewer sees
those that are named here (`CODED`), and no others.

On a file that is a courtesy lock; on a server `policies` gives the role no more than these views ask for.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Boolean, Column, Date, Integer, Table

from tracker.store.every import METADATA

OWN, CODED = "own", "coded"
"""The rows of one's own matters; all rows, without words that tell who somebody is."""

OF_CASE_NOT = ("identity", "seal", "audit")
"""Tables of cases that have a rule of their own below, or are read by the chain alone."""

KEYS = frozenset(
    {"ref", "key", "label", "code", "proceeding", "accused", "victim", "victims", "witness", "application"}
    | {"relative_of", "through", "role", "list_"}
)
LISTED = frozenset(
    {
        "kind",
        "sex",
        "stage",
        "outcome",
        "purpose",
        "asked_by",
        "next_purpose",
        "basis",
        "age_status",
        "source",
    }
    | {"fir_mode", "disposal_kind", "custody", "before", "by", "result", "ground", "status", "heard", "sure"}
    | {
        "fact",
        "unit",
        "waiting_for",
        "nature",
        "runs_from",
        "ended_why",
        "blocked_by",
        "given_to",
        "ordered_by",
        "does",
        "severity",
        "post",
    }
)
"""Words of closed lists."""
COUNTED = frozenset(
    {
        "lead",
        "advocate",
        "in_place_of",
        "court",
        "tag",
        "police_station",
        "fir_district",
        "fir_state",
        "fir_time",
        "time",
    }
    | {"provision", "provisions", "as_written", "with_", "acts", "principal", "final", "police", "district"}
    | {"state", "station", "split_from", "accused_states", "procedure", "limit_id", "who", "starts_at"}
    | {"due_at", "because", "facts", "limit", "about"}
)
"""What figures are made of, or is made of codes."""
CODED_WORDS = KEYS | LISTED | COUNTED
"""The only columns of text that a reviewer sees."""


def is_coded(table: Table, column: Column[object]) -> bool:
    """Say whether a reviewer may see the column. What a hearing's `reason` says is a closed list's word."""
    if column.name == "born_on":
        return False
    if isinstance(column.type, Boolean | Date | Integer):
        return True
    return column.name in CODED_WORDS or (table.name, column.name) == ("hearing", "reason")


def of_cases() -> Iterator[Table]:
    """Yield every table whose rows belong to a case, `prosecution` among them."""
    for table in METADATA.sorted_tables:
        if table.name not in OF_CASE_NOT and (table.name == "prosecution" or "prosecution_id" in table.c):
            yield table


def views(who: str, sees: str, schema: str, *, held: bool = False) -> list[str]:
    """Return the statements that put the views before the tables.

    `schema` is where the tables are; `held`: a server's policies hold the roles (`policies`).
    """
    mine = (
        f"(SELECT id FROM {schema}.prosecution WHERE lead = {_quoted(who)} "
        f"UNION SELECT prosecution_id FROM {schema}.hearing WHERE advocate = {_quoted(who)} "
        f"UNION SELECT prosecution_id FROM {schema}.hearing WHERE in_place_of = {_quoted(who)})"
    )
    own_refs = f"(SELECT ref FROM {schema}.prosecution WHERE id IN {mine})"
    said = []
    for table in of_cases():
        number = "id" if table.name == "prosecution" else "prosecution_id"
        columns = ", ".join(_column(table, column, sees, schema, held) for column in table.columns)
        where = f" WHERE {number} IN {mine}" if sees == OWN else ""
        if sees == CODED and "struck" in table.c and not held:  # why it was struck out isn't seen either
            where = " WHERE struck IS NULL"
        said.append(_view(table.name, columns, schema, where))
    own_names = f" WHERE prosecution_id IN {mine}" if sees == OWN else " WHERE 1 = 0"
    own_acts = f" WHERE who = {_quoted(who)}" + (f" OR ref IN {own_refs}" if sees == OWN else "")
    if not held:  # of a server that holds the roles, nobody reads the table
        said.append(_view("identity", "*", schema, own_names))
    said.append(_view("audit", "*", schema, own_acts))
    said.append(_view("draft", "*", schema, f" WHERE who = {_quoted(who)}"))
    if sees == OWN:
        series = f"{schema}.issued.scope LIKE '%~' || {_quoted(who)} || ':%'"
        said.append(_view("issued", "*", schema, f" WHERE {series}"))
    return said


def _view(name: str, columns: str, schema: str, where: str) -> str:
    return f'CREATE TEMPORARY VIEW "{name}" AS SELECT {columns} FROM {schema}."{name}"{where}'


def _column(table: Table, column: Column[object], sees: str, schema: str, held: bool) -> str:
    name = f'"{column.name}"'
    if sees == CODED and (table.name, column.name) == ("victim", "years"):
        return "tracker_years(prosecution_id, code) AS years" if held else _years(schema)
    if sees == OWN or is_coded(table, column):
        return name
    if column.name == "born_on":
        return f"CAST(NULL AS date) AS {name}"
    if (table.name, column.name) == ("prosecution", "search"):
        return f"lower(ref) AS {name}"
    return f"{'NULL' if column.nullable else _empty(schema)} AS {name}"


def _years(schema: str) -> str:
    """Return the age in years on the first day of the offence, in the place of the day of birth."""
    first = f"(SELECT p.first_on FROM {schema}.prosecution p WHERE p.id = prosecution_id)"
    if schema != "main":
        return f"COALESCE(years, date_part('year', age({first}, born_on))::integer) AS years"
    parts = [f"CAST(strftime('%Y%m%d', {day}) AS integer)" for day in (first, "born_on")]
    return f"COALESCE(years, ({parts[0]} - {parts[1]}) / 10000) AS years"


def _empty(schema: str) -> str:
    return "''" if schema == "main" else "''::text"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
