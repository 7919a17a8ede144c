"""Trains the starter model as SageMaker's built-in XGBoost would: the same hyperparameters, the same files.

usage: train.py DATA OUT   (folders; DATA as `prepare.ts` leaves it)
"""

from __future__ import annotations

import gzip
import io
import json
import sys
import tarfile
from pathlib import Path

import numpy as np
import xgboost

from data import Plan, Rows, read_plan, read_rows

# What the container takes as hyperparameters and XGBoost takes as arguments of `train`.
ARGUMENTS = ("num_round", "early_stopping_rounds")
EXAMPLES = 60


def main(data: Path, out: Path) -> None:
    plan = read_plan(data)
    train, validation = read_rows(data, "train"), read_rows(data, "validation")
    model = fit(plan, train, validation)
    out.mkdir(parents=True, exist_ok=True)
    booster_bytes = bytes(model.save_raw("ubj"))
    # The container takes every file at the root of the archive for a model, so what explains it lies in a folder.
    files = {"xgboost-model": booster_bytes, "explain/explainer.json": explainer(model, plan)}
    write_artifact(out / "model.tar.gz", files)
    write_examples(out / "examples.json", model, plan, read_rows(data, "test"))
    print(f"trained {model.num_boosted_rounds()} trees on {len(train.labels):,} transactions", file=sys.stderr)


def fit(plan: Plan, train: Rows, validation: Rows) -> xgboost.Booster:
    """Stops when the validation set has not improved for a while, and keeps the trees up to its best."""
    settings = {name: value for name, value in plan.hyperparameters.items() if name not in ARGUMENTS}
    model = xgboost.train(
        settings,
        matrix(train, plan),
        num_boost_round=int(plan.hyperparameters["num_round"]),
        early_stopping_rounds=int(plan.hyperparameters["early_stopping_rounds"]),
        evals=[(matrix(validation, plan), "validation")],
        verbose_eval=False,
    )
    return model[: model.best_iteration + 1]


def matrix(rows: Rows, plan: Plan) -> xgboost.DMatrix:
    return xgboost.DMatrix(rows.features, rows.labels, feature_names=plan.features)


def explainer(model: xgboost.Booster, plan: Plan) -> bytes:
    """The trees as `model/explain/ensemble.ts` reads them."""
    learner = json.loads(bytes(model.save_raw("json")))["learner"]
    base = float(learner["learner_model_param"]["base_score"].strip("[]"))
    trees = [
        {
            "left": tree["left_children"],
            "right": tree["right_children"],
            "feature": tree["split_indices"],
            "condition": tree["split_conditions"],
            "missingLeft": [int(left) for left in tree["default_left"]],
            "cover": tree["sum_hessian"],
        }
        for tree in learner["gradient_booster"]["model"]["trees"]
    ]
    ensemble = {"features": plan.features, "baseMargin": float(np.log(base / (1 - base))), "trees": trees}
    return json.dumps(ensemble, separators=(",", ":")).encode()


def write_examples(path: Path, model: xgboost.Booster, plan: Plan, test: Rows) -> None:
    """What XGBoost itself answers for some transactions, half of them fraud: the yardstick of our own explanations."""
    chosen = np.r_[np.where(test.labels == 1)[0][: EXAMPLES // 2], np.where(test.labels == 0)[0][: EXAMPLES // 2]]
    some = xgboost.DMatrix(test.features[chosen], feature_names=plan.features)
    examples = [
        {
            "row": [None if np.isnan(value) else value for value in row],
            "margin": round(float(margin), 6),
            "contributions": [round(float(value), 6) for value in contributions],
        }
        for row, margin, contributions in zip(
            test.features[chosen].tolist(),
            model.predict(some, output_margin=True),
            model.predict(some, pred_contribs=True),
            strict=True,
        )
    ]
    path.write_text("[\n" + ",\n".join(json.dumps(example) for example in examples) + "\n]\n")


def write_artifact(path: Path, files: dict[str, bytes]) -> None:
    """A tar.gz without times and owners, so that the same model is the same file."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    path.write_bytes(gzip.compress(archive.getvalue(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
