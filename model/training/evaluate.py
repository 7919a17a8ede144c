"""Holds the starter model against the rules and against logistic regression, on transactions it has never seen.

usage: evaluate.py DATA OUT   (folders; writes OUT/report.json and OUT/report.svg)
"""

from __future__ import annotations

import io
import json
import sys
import tarfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import xgboost
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss, precision_recall_curve, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from data import Plan, Rows, read_plan, read_rows
from train import fit

SETS = {"test": "other people", "shifted": "dearer world, careful thieves"}
# Groups with fewer frauds than this say nothing.
SMALLEST_GROUP = 20
# The picture needs no more of each end of a curve.
CURVE_POINTS = 600


def main(data: Path, out: Path) -> None:
    plan = read_plan(data)
    train = read_rows(data, "train")
    regression = make_pipeline(
        SimpleImputer(strategy="constant", fill_value=0),
        FunctionTransformer(lambda x: np.sign(x) * np.log1p(np.abs(x))),
        StandardScaler(),
        LogisticRegression(max_iter=500),
    ).fit(train.features, train.labels)
    model = read_model(out / "model.tar.gz")
    report, curves = {}, {}
    for name, words in SETS.items():
        rows = read_rows(data, name)
        scores = {
            "model": model.predict(xgboost.DMatrix(rows.features, feature_names=plan.features)).astype(float),
            "rules": rows.known["ruleScore"].astype(float),
            "logistic regression": regression.predict_proba(rows.features)[:, 1],
        }
        report[name] = {"what": words, **described(rows, scores, plan)}
        curves[name] = (rows, scores)
    for name, added in what_sets_add(data, plan, model).items():
        report[name]["supplementarySets"] = added
    whole = {"reviewBudget": plan.review_budget, "trees": model.num_boosted_rounds(), "sets": report}
    (out / "report.json").write_text(json.dumps(whole, indent=4) + "\n")
    draw(out / "report.svg", curves, plan)


def what_sets_add(data: Path, plan: Plan, model: xgboost.Booster) -> dict:
    """The model beside one that was trained alike but for the features that come from the supplementary sets, over all
    transactions and over those of which a set says something out of the ordinary."""
    kept = [index for index, name in enumerate(plan.features) if name not in plan.of_sets]
    of_sets = [index for index, name in enumerate(plan.features) if name in plan.of_sets]
    settings = dict(plan.hyperparameters)
    constraints = settings["monotone_constraints"].strip("()").split(",")
    settings["monotone_constraints"] = "(" + ",".join(constraints[index] for index in kept) + ")"
    less = replace(plan, features=[plan.features[index] for index in kept], hyperparameters=settings)
    without = lambda rows: replace(rows, features=rows.features[:, kept])
    other = fit(less, without(read_rows(data, "train")), without(read_rows(data, "validation")))
    added = {}
    for name in SETS:
        rows = read_rows(data, name)
        scores = {
            "with": model.predict(xgboost.DMatrix(rows.features, feature_names=plan.features)),
            "without": other.predict(xgboost.DMatrix(without(rows).features, feature_names=less.features)),
        }
        says = np.nan_to_num(rows.features[:, of_sets]).any(axis=1)
        added[name] = {
            "features": plan.of_sets,
            "carrying": {"transactions": int(says.sum()), "fraud": int(rows.labels[says].sum())},
            **{kind: found_within(rows, values.astype(float), says, plan) for kind, values in scores.items()},
        }
    return added


def found_within(rows: Rows, values: np.ndarray, says: np.ndarray, plan: Plan) -> dict:
    reviewed = np.zeros(len(values), dtype=bool)
    reviewed[top(values, plan.review_budget)] = True
    fraud = rows.labels == 1
    return {
        "averagePrecision": rounded(average_precision_score(fraud, values)),
        "recallAtBudget": rounded(reviewed[fraud].mean()),
        "recallAtBudgetWhereCarried": rounded(reviewed[fraud & says].mean()),
    }


def described(rows: Rows, scores: dict[str, np.ndarray], plan: Plan) -> dict:
    fraud = rows.labels
    by_scorer = {}
    for scorer, values in scores.items():
        reviewed = top(values, plan.review_budget)
        by_scorer[scorer] = {
            "averagePrecision": rounded(average_precision_score(fraud, values)),
            "rocAuc": rounded(roc_auc_score(fraud, values)),
            "brier": rounded(brier_score_loss(fraud, values), 5),
            "recallAtBudget": rounded(fraud[reviewed].sum() / fraud.sum()),
            "precisionAtBudget": rounded(fraud[reviewed].mean()),
        }
    return {
        "transactions": len(fraud),
        "fraud": int(fraud.sum()),
        "scorers": by_scorer,
        "calibration": calibration(fraud, scores["model"]),
        "groups": {
            heading: groups(rows, heading, scores, plan) for heading in ("pattern", "channel", "country")
        },
    }


def groups(rows: Rows, heading: str, scores: dict[str, np.ndarray], plan: Plan) -> dict:
    """Recall of each group when the budget is spent over all transactions, not within the group."""
    reviewed = {scorer: top(values, plan.review_budget) for scorer, values in scores.items()}
    found = {}
    for group in sorted(set(rows.known[heading]) - {"legitimate"}):
        fraud = (rows.known[heading] == group) & (rows.labels == 1)
        if fraud.sum() < SMALLEST_GROUP:
            continue
        recalls = {scorer: rounded(np.isin(np.where(fraud)[0], index).mean()) for scorer, index in reviewed.items()}
        found[group] = {"fraud": int(fraud.sum()), "recallAtBudget": recalls}
    return found


def calibration(fraud: np.ndarray, values: np.ndarray) -> list[dict]:
    """In ten bands of score: what the model said on average, and how many were fraud."""
    bands = []
    for low in np.arange(0, 1, 0.1):
        inside = (values >= low) & (values < low + 0.1 if low < 0.9 else values <= 1)
        if inside.any():
            bands.append(
                {
                    "from": round(float(low), 1),
                    "transactions": int(inside.sum()),
                    "said": rounded(values[inside].mean()),
                    "was": rounded(fraud[inside].mean()),
                }
            )
    return bands


def top(values: np.ndarray, share: float) -> np.ndarray:
    """Indices of the highest scores; of equals, those that came first."""
    return np.argsort(-values, kind="stable")[: int(len(values) * share)]


def rounded(value: float, digits: int = 3) -> float:
    return round(float(value), digits)


def read_model(path: Path) -> xgboost.Booster:
    with tarfile.open(path) as tar:
        file = tar.extractfile("xgboost-model")
        assert file is not None
        return xgboost.Booster(model_file=bytearray(file.read()))


def draw(path: Path, curves: dict[str, tuple[Rows, dict[str, np.ndarray]]], plan: Plan) -> None:
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.hashsalt": "model", "font.size": 9, "svg.fonttype": "none"})
    from matplotlib import pyplot

    # Okabe and Ito's colours, which the colour-blind can tell apart.
    colours = {"model": "#0072B2", "rules": "#D55E00", "logistic regression": "#009E73"}
    figure, panels = pyplot.subplots(2, 2, figsize=(9, 7), layout="constrained")
    for panel, (name, (rows, scores)) in zip(panels[0], curves.items(), strict=True):
        for scorer, values in scores.items():
            precision, recall, _ = precision_recall_curve(rows.labels, values)
            shown = np.unique(np.linspace(0, len(recall) - 1, CURVE_POINTS).astype(int))
            shown = np.union1d(shown, np.arange(len(recall))[-CURVE_POINTS:])
            panel.plot(recall[shown], precision[shown], label=scorer, color=colours[scorer])
        panel.set(title=f"Precision and recall: {SETS[name]}", xlabel="recall", ylabel="precision", ylim=(0, 1.02))
        panel.grid(alpha=0.3)
    panels[0][0].legend(loc="lower left")

    rows, scores = curves["test"]
    bands = calibration(rows.labels, scores["model"])
    panel = panels[1][0]
    panel.plot([0, 1], [0, 1], color="grey", linewidth=0.8)
    panel.plot([band["said"] for band in bands], [band["was"] for band in bands], "o-", color=colours["model"])
    panel.set(title="Calibration of the model", xlabel="score", ylabel="share that was fraud")
    panel.grid(alpha=0.3)

    found = groups(rows, "pattern", scores, plan)
    panel = panels[1][1]
    width = 0.27
    for index, scorer in enumerate(scores):
        values = [group["recallAtBudget"][scorer] for group in found.values()]
        panel.barh(np.arange(len(found)) + (1 - index) * width, values, width, color=colours[scorer])
    panel.set(
        title=f"Found when {plan.review_budget:.0%} of transactions are reviewed",
        xlabel="recall",
        yticks=np.arange(len(found)),
        yticklabels=list(found),
    )
    text = io.StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None, "Title": "How good the starter model is"})
    path.write_text("\n".join(line.rstrip() for line in text.getvalue().splitlines()) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
