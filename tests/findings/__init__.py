"""The tests of the findings, as a package so that they share what a finding is made of."""
