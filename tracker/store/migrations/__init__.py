"""How the tables came to be, one numbered step a file. `database.HEAD` names the newest.

A step that is in a release never changes; a new one is added with the next number, in batch mode,
so that it runs on SQLite and PostgreSQL alike. The first is written out and a test holds the steps
together to the tables: what the steps make is what `tables` says.
"""
