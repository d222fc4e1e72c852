"""The store remembers: tables, the opening of databases, rows to cases and cases to rows."""
