"""Every table, for what must know them all: migrations, copies, what a role sees, what is sealed.

Declaring all of them takes longer than reading a list, so that lists import only the tables they read
(`tables`). Who asks for the metadata asks here: half of it would narrow half of an office.
"""

from sqlmodel import SQLModel

from tracker.store import course_tables, fact_tables, office_tables, tables  # noqa: F401 (they tell METADATA)

METADATA = SQLModel.metadata


def partial_on_postgresql() -> None:
    """Make PostgreSQL's indexes partial where SQLite's are.

    Told where the indexes are declared, it would load PostgreSQL's dialect at the start of every command.
    """
    for table in METADATA.tables.values():
        for index in table.indexes:
            index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]
