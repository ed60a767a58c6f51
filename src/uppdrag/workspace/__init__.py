"""Folders and file names in; checked mandates, and files written whole or not at all, out."""
