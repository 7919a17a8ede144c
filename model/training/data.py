"""The files that `prepare.ts` writes: rows as SageMaker's XGBoost takes them, and beside them what only we may know."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Rows:
    """One set of transactions. `known` has a column for each heading of its file, as text."""

    features: np.ndarray
    labels: np.ndarray
    known: dict[str, np.ndarray]


@dataclass(frozen=True)
class Plan:
    """What `prepare.ts` decided: the features in order, and the algorithm's settings."""

    features: list[str]
    of_sets: list[str]
    hyperparameters: dict[str, str]
    seed: int
    review_budget: float


def read_plan(folder: Path) -> Plan:
    plan = json.loads((folder / "plan.json").read_text())
    return Plan(plan["features"], plan["ofSets"], plan["hyperparameters"], plan["seed"], plan["reviewBudget"])


def read_rows(folder: Path, name: str) -> Rows:
    """A missing value is an empty field, which becomes NaN."""
    table = np.genfromtxt(folder / f"{name}.csv", delimiter=",", dtype=np.float64)
    with (folder / f"{name}.known.csv").open(newline="") as file:
        records = list(csv.DictReader(file))
    if len(records) != len(table):
        raise SystemExit(f"{name}: {len(table)} rows, but {len(records)} of what is known; run prepare again")
    known = {heading: np.array([record[heading] for record in records]) for heading in records[0]}
    return Rows(table[:, 1:], table[:, 0].astype(int), known)
