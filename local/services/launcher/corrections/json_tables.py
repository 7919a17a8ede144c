"""Fault: tables of JSON take their columns from the objects of the day, not from the catalog.

Athena reads what the table names, in the table's types, whatever the case of the members, and NULL where an object has
none; a member that no column names is not there. Guessed columns would hide that a table and its objects differ.
"""

import gzip
import json
from collections.abc import Callable
from typing import Any

from launcher.corrections.hive_types import HiveType, hive_type
from launcher.guard import wrap

SERDE = "org.openx.data.jsonserde.JsonSerDe"


def apply() -> None:
    from ministack.services import athena

    wrap(athena, "_table_relation", _typed, "table_data, files")
    wrap(athena, "_empty_relation", _typed_empty, "table_data")


def _typed(relation: Callable[..., str]) -> Callable[..., str]:
    def table_relation(table_data: dict[str, Any], files: list[str]) -> str:
        if not _is_json(table_data):
            return relation(table_data, files)
        row = _row_type(table_data)
        for file in files:
            _normalise(file, row)
        columns = ", ".join(f"'{name}': '{part.in_duckdb()}'" for name, part in row.parts.items())
        days = [key["Name"] for key in table_data.get("PartitionKeys") or []]
        hive = ", ".join(f"'{name}': 'VARCHAR'" for name in days)
        folders = f", hive_partitioning = true, hive_types = {{{hive}}}" if days else ""
        paths = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
        return f"read_json([{paths}], format = 'newline_delimited', compression = 'none', columns = {{{columns}}}{folders})"

    return table_relation


def _typed_empty(relation: Callable[..., str]) -> Callable[..., str]:
    def empty_relation(table_data: dict[str, Any]) -> str:
        if not _is_json(table_data):
            return relation(table_data)
        columns = {name: part.in_duckdb() for name, part in _row_type(table_data).parts.items()}
        columns |= {key["Name"]: "VARCHAR" for key in table_data.get("PartitionKeys") or []}
        nulls = ", ".join(f'CAST(NULL AS {kind}) AS "{name}"' for name, kind in columns.items())
        return f"(SELECT {nulls} WHERE FALSE)"

    return empty_relation


def _is_json(table_data: dict[str, Any]) -> bool:
    return _storage(table_data).get("SerdeInfo", {}).get("SerializationLibrary") == SERDE


def _storage(table_data: dict[str, Any]) -> dict[str, Any]:
    return table_data.get("StorageDescriptor") or {}


def _row_type(table_data: dict[str, Any]) -> HiveType:
    columns = _storage(table_data).get("Columns") or []
    return HiveType("struct", {column["Name"]: hive_type(column["Type"]) for column in columns})


def _normalise(file: str, row: HiveType) -> None:
    """Rewrites the query's own copy of an object as the table sees it; Athena tells gzip by the object's name."""
    with (gzip.open if file.endswith(".gz") else open)(file, "rt", encoding="utf-8") as lines:
        rows = [json.dumps(row.read(json.loads(line))) for line in lines if line.strip()]
    with open(file, "w", encoding="utf-8") as copy:
        copy.writelines(f"{one}\n" for one in rows)
