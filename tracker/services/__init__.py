"""The jobs people do: one function, one job, one transaction; what comes back is a view."""
