"""The tests of reading, as a package so that they share how YAML texts are made up."""
