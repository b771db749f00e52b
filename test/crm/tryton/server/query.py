"""Asks Tryton's SQLite file: `query.py FILE < questions`, a JSON list of queries → a JSON list of their rows."""
import json
import pathlib
import sqlite3
import sys
from decimal import Decimal


def cents(quantity, price):
    """As Tryton computes a line's amount: exact, then to the cent, half to even."""
    if isinstance(price, bytes):
        price = price.decode()
    return float((Decimal(str(quantity)) * Decimal(str(price))).quantize(Decimal('.01')))


def main(file):
    connection = sqlite3.connect(f'file:{file}?mode=ro', uri=True, timeout=20)
    connection.create_function('cents', 2, cents, deterministic=True)
    connection.executescript(pathlib.Path(__file__).with_name('views.sql').read_text())
    json.dump([connection.execute(query).fetchall() for query in json.load(sys.stdin)], sys.stdout)


if __name__ == '__main__':
    main(*sys.argv[1:])
