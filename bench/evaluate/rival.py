"""Runs rival.sql over a facts folder of Parquet files and writes the answers as CSV."""

import pathlib
import sys

import duckdb


def main():
    folder, threads, day, out = sys.argv[1:]
    connection = duckdb.connect()
    connection.execute(f"set threads = {int(threads)}")
    for path in sorted(pathlib.Path(folder).glob("*.parquet")):
        connection.execute(f"create view {path.stem} as from '{path}'")
    connection.execute(f"set variable d = date '{day}'")
    connection.execute((pathlib.Path(__file__).parent / "rival.sql").read_text())
    connection.execute(
        f"copy (select family_id, ref as criterion, status, since as need_since from answer "
        f"order by all) to '{out}' (header)")


if __name__ == "__main__":
    main()
