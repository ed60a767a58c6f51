"""The lines of two documents in; which of them belong together out."""
