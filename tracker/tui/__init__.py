"""The screen: it reads keys, asks one service, and shows the answer. No screen opens a table."""
