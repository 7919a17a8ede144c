"""The models of a folder, loaded and asked as the algorithm mode of SageMaker's XGBoost container does."""

import threading
from pathlib import Path

import numpy as np
import xgboost


class Model:
    def __init__(self, folder: Path) -> None:
        """Every file at the root is a model, whatever it is called; more than one answer with their mean."""
        files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
        if not files:
            raise RuntimeError(f"no model file at the root of the archive: {folder}")
        self._boosters = [_load(path) for path in files]
        self._lock = threading.Lock()

    def predict(self, rows: np.ndarray) -> list[float]:
        with self._lock:
            matrix = xgboost.DMatrix(rows)
            answers = [self._ask(booster, matrix) for booster in self._boosters]
        return np.mean(answers, axis=0).tolist() if len(answers) > 1 else answers[0].tolist()

    def _ask(self, booster: xgboost.Booster, matrix: xgboost.DMatrix) -> np.ndarray:
        # A model that stopped early answers with its trees up to the best one.
        best = booster.attr("best_iteration")
        rounds = (0, 0 if best is None else int(best) + 1)
        return booster.predict(matrix, iteration_range=rounds, validate_features=False)


def _load(path: Path) -> xgboost.Booster:
    booster = xgboost.Booster()
    try:
        booster.load_model(bytearray(path.read_bytes()))
    except xgboost.core.XGBoostError as fault:
        first = str(fault).strip().splitlines()[0]
        raise RuntimeError(f"Model {path.name} cannot be loaded: {first}") from None
    booster.set_param("nthread", 1)
    return booster


def rows_of(payload: bytes) -> np.ndarray:
    """Rows of a CSV without a heading; an empty field is a missing value."""
    lines = payload.strip().decode("utf-8").split("\n")
    return np.array([[float(field) if field.strip() else np.nan for field in line.split(",")] for line in lines])
