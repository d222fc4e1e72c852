"""Alembic runs this: the steps go over the connection that `database` opened, in its transaction."""

from alembic import context

from tracker.store.every import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
    compare_type=True,
)
context.run_migrations()
