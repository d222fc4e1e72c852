"""Alembic runs this: the steps go over the connection that `database` opened, in its transaction."""

from alembic import context
from sqlmodel import SQLModel

from tracker.store import tables  # noqa: F401  (the models register themselves)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    transactional_ddl=True,
    compare_type=True,
)
context.run_migrations()
