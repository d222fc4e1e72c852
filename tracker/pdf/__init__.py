"""Paper: a view in, bytes out; equal input, equal bytes."""
