"""The tests of the import, as a package so that they share how words are compared."""
