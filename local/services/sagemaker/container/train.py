"""Trains as the algorithm mode of SageMaker's XGBoost container does: settings in `hyperparameters.json`, rows as CSV in a
folder for each channel, and the model left in `SM_MODEL_DIR`.

usage: python -m container.train INPUT MODEL   (folders; INPUT has `hyperparameters.json`, `train/` and perhaps `validation/`)
It ends when standard input closes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import xgboost

from container import parent

# What the container takes as hyperparameters and XGBoost as arguments of `train`, or not at all.
_OWN = ("num_round", "early_stopping_rounds", "csv_weights")
# Of these more is better; of other metrics less.
_MORE_IS_BETTER = ("auc", "aucpr", "map", "ndcg", "pre")


def main(given: Path, model: Path) -> None:
    settings: dict[str, str] = json.loads((given / "hyperparameters.json").read_text())
    weighted = settings.get("csv_weights") == "1"
    train = _matrix(given / "train", weighted)
    validation = _matrix(given / "validation", weighted)
    if train is None:
        raise ValueError("the channel train has no rows")
    if "num_round" not in settings:
        raise ValueError("num_round is missing among the hyperparameters")
    watched = [(train, "train")] + ([(validation, "validation")] if validation is not None else [])
    booster = xgboost.train(
        # One thread: which sums come first is no accident then, and the same rows give the same model.
        {**{name: value for name, value in settings.items() if name not in _OWN}, "nthread": 1},
        train,
        num_boost_round=int(settings["num_round"]),
        evals=watched,
        callbacks=_stopping(settings) if validation is not None else [],
        verbose_eval=False,
    )
    model.mkdir(parents=True, exist_ok=True)
    (model / "xgboost-model").write_bytes(bytes(booster.save_raw("ubj")))
    print(json.dumps({"trees": booster.num_boosted_rounds(), "rows": train.num_row()}))


def _stopping(settings: dict[str, str]) -> list[xgboost.callback.EarlyStopping]:
    """Like the container, keeps the trees up to the best round."""
    if "early_stopping_rounds" not in settings:
        return []
    metric = settings.get("eval_metric", "logloss")
    best = metric.split("@")[0] in _MORE_IS_BETTER
    rounds = int(settings["early_stopping_rounds"])
    return [
        xgboost.callback.EarlyStopping(
            rounds, metric_name=metric, data_name="validation", maximize=best, save_best=True
        )
    ]


def _matrix(folder: Path, weighted: bool) -> xgboost.DMatrix | None:
    """The label comes first, then the weight where rows have one; an empty field is a missing value."""
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    tables = [np.genfromtxt(path, delimiter=",", dtype=np.float64, ndmin=2) for path in files if path.stat().st_size]
    if not tables:
        return None
    rows = np.concatenate(tables)
    if weighted:
        return xgboost.DMatrix(rows[:, 2:], rows[:, 0], weight=rows[:, 1])
    return xgboost.DMatrix(rows[:, 1:], rows[:, 0])


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    parent.watch()
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except Exception as fault:
        # One line, which becomes the job's reason.
        sys.stderr.write(f"{type(fault).__name__}: {' '.join(str(fault).split())}\n")
        sys.exit(1)
