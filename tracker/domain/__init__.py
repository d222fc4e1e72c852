"""Pure rules: dates and words in, answers out. No clock, file, database or screen."""
