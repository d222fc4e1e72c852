"""The kept tables that rates count: each case's course, and the result of each accused and charge."""

# Annotations here are not put off: see `tables`.
from typing import Any, ClassVar

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from tracker.store.constraints import CLUSTERED


class Course(SQLModel, table=True):
    """Kept: one case's way through police and court and what it counts as (`outcomes.Course`).

    Days are numbers (`date.toordinal`), so that rates take their difference in either database. `acts`
    and `provisions` are the words charged, sorted, with a blank between. A case without a row here is
    reckoned when a rate is asked for.
    """

    __table_args__: ClassVar[Any] = (
        Index(
            "ix_course_acts",
            *("acts", "registered_on", "sent_on", "sheet_on", "inferred", "result", "result_on", "police"),
            *("police_on", "ground", "set_aside_on", "left_", "stay_on", "stay_until"),
        ),
        Index(
            "ix_course_split_from",
            "split_from",
            sqlite_where=text("split_from IS NOT NULL"),
        ),
    )

    prosecution_id: int = Field(
        primary_key=True, foreign_key="prosecution.id", sa_column_kwargs={"autoincrement": False}
    )
    registered_on: int | None = None
    sheet_on: int | None = None
    sent_on: int | None = None
    inferred: bool = False
    police: str | None = None
    police_on: int | None = None
    ground: str | None = None
    cognizance_on: int | None = None
    framed_on: int | None = None
    witness_on: int | None = None
    stay_on: int | None = None
    stay_until: int | None = None
    left_: int = 0
    court: str | None = None
    station: str | None = None
    district: str | None = None
    state: str | None = None
    split_from: str | None = None
    acts: str = ""
    provisions: str = ""
    principal: str = ""
    result: str | None = None
    result_on: int | None = None
    final: str | None = None
    final_on: int | None = None
    set_aside_on: int | None = None


class Verdict(SQLModel, table=True):
    """Kept: the result of one accused, or of one charge (`outcomes.Result`); `unit` says which."""

    __table_args__: ClassVar[Any] = (CLUSTERED,)

    prosecution_id: int = Field(primary_key=True, foreign_key="prosecution.id")
    seq: int = Field(primary_key=True)
    unit: str
    accused: str | None = None
    acts: str = ""
    provisions: str = ""
    principal: str = ""
    result: str | None = None
    result_on: int | None = None
    final: str | None = None
    final_on: int | None = None
    set_aside_on: int | None = None
