"""Types of a Glue table as DuckDB has them, and values as the JSON SerDe of Hive reads them."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

_SCALARS = {
    "boolean": "BOOLEAN",
    "tinyint": "TINYINT",
    "smallint": "SMALLINT",
    "int": "INTEGER",
    "bigint": "BIGINT",
    "float": "FLOAT",
    "double": "DOUBLE",
    "string": "VARCHAR",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
}


@dataclass(frozen=True)
class HiveType:
    """`kind` is a scalar, or `array` of one part, `map` of two, `struct` of named ones."""

    kind: str
    parts: dict[str, "HiveType"] = field(default_factory=dict)

    def in_duckdb(self) -> str:
        inside = [part.in_duckdb() for part in self.parts.values()]
        if self.kind == "array":
            return f"{inside[0]}[]"
        if self.kind == "map":
            return f"MAP({inside[0]}, {inside[1]})"
        if self.kind == "struct":
            return "STRUCT(" + ", ".join(f'"{name}" {of}' for name, of in zip(self.parts, inside, strict=True)) + ")"
        return _SCALARS[self.kind]

    def read(self, value: Any) -> Any:
        """The value with only what the type names, whatever the case of its members."""
        if value is None:
            return None
        if self.kind == "array":
            return [self.parts["item"].read(item) for item in value]
        if self.kind == "map":
            return {key: self.parts["value"].read(item) for key, item in value.items()}
        if self.kind == "struct":
            given = {name.lower(): item for name, item in value.items()}
            return {name: part.read(given.get(name)) for name, part in self.parts.items()}
        if self.kind == "string" and not isinstance(value, str):
            return json.dumps(value)
        return value


def hive_type(text: str) -> HiveType:
    tokens = re.findall(r"\w+|[<>:,]", text.lower())
    made = _next(tokens)
    if tokens:
        raise ValueError(f"{text} is no type that the local Athena knows")
    return made


def _next(tokens: list[str]) -> HiveType:
    kind = tokens.pop(0)
    if kind not in ("array", "map", "struct"):
        if kind not in _SCALARS:
            raise ValueError(f"{kind} is no type that the local Athena knows: extend {__name__}")
        return HiveType(kind)
    names = iter({"array": ["item"], "map": ["key", "value"]}.get(kind, []))
    parts = {}
    while tokens.pop(0) in ("<", ","):
        if kind == "struct":
            name = tokens.pop(0)
            tokens.pop(0)
        else:
            name = next(names)
        parts[name] = _next(tokens)
    return HiveType(kind, parts)
