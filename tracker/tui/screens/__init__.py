"""One screen a file, its looks in the `.tcss` beside it, nested under the screen's name."""
