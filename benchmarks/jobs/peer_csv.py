"""pyarrow or DuckDB: only read the same CSV into memory (peer_csv.py CSV pyarrow|duckdb)."""

import sys

from measure import finish, part

path, how = sys.argv[1:3]
with part("csv"):
    if how == "pyarrow":
        from pyarrow import csv

        rows = csv.read_csv(path).num_rows
    else:
        import duckdb

        rows = duckdb.sql(f"SELECT * FROM read_csv('{path}')").to_arrow_table().num_rows
finish(events=rows)
