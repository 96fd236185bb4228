"""One file per part of the supervision report: which indicators and tables, in which cells."""
