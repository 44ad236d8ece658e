#!/usr/bin/env python3
"""Fits the weights of data/lexicon/confidence.toml: how likely an observation is wholly right, from what it rests on.

usage: fit_confidence.py TIDE SCORER SET... [--write]

TIDE is the release build, SCORER score.py, a SET a folder with texts/ (or the texts themselves), gold.jsonl and
issues.tsv, or TEXTS:GOLD:ISSUES. A logistic over the grounds that `tide extract --grounds` prints, L2-penalised, fitted
with each document held out in turn; what is printed are the held-out documents' figures. The threshold is the lowest
from which on TARGET of the held-out observations are right. Sets that rules were made on read better than unseen text
does: give the unread ones with them.
"""
import collections, importlib.util, json, math, os, random, subprocess, sys

TARGET = 0.94
PENALTY = 1.5
FOLDS = 10
HERE = os.path.dirname(os.path.abspath(__file__))
TABLE = os.path.join(HERE, "../../data/lexicon/confidence.toml")


def scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def paths(name):
    if ":" in name:
        return name.split(":")
    return [os.path.join(name, p) for p in ("texts", "gold.jsonl", "issues.tsv")]


def rows_of(tide, score, name):
    """(document, grounds, wholly right) of every observation that gold says something about, and the rows of gold."""
    texts, gold, issues = paths(name)
    files = [texts] if texts.endswith(".txt") else sorted(os.path.join(texts, f) for f in os.listdir(texts) if f.endswith(".txt"))
    line = [tide, "extract", "--grounds"] + (["--issues", issues] if issues else []) + files
    pred = collections.defaultdict(list)
    for row in map(json.loads, subprocess.run(line, capture_output=True, check=True, text=True).stdout.splitlines()):
        pred[row["doc"]].append(row)
    gold, out, wanted = score.load(gold, is_gold=True), [], 0
    for doc in gold:
        want = [g for g in gold[doc] if not g.get("ignore")]
        skip = [g for g in gold[doc] if g.get("ignore")]
        wanted += len(want)
        free = [p for p in pred[doc] if any(score.overlap(p, g) > 0 for g in want) or not any(score.overlap(p, s) > 0 for s in skip)]
        for p in free:
            right = any(score.same_span(g, p) and score.depth(g, p) == len(score.LEVELS) for g in want)
            out.append((name + "/" + doc, p["grounds"], right))
    return out, wanted


def fit(rows, weigh):
    """Weights by coordinate-wise Newton steps; quick, since a row has some fifteen grounds."""
    names = collections.Counter(g for _, grounds, _ in rows for g in grounds)
    names = [n for n in names if names[n] >= 8]
    index, weights, bias = {n: i for i, n in enumerate(names)}, [0.0] * len(names), 0.0
    seen = [[index[g] for g in grounds if g in index] for _, grounds, _ in rows]
    right = [float(r) for _, _, r in rows]
    having = [[] for _ in names]
    for row, found in enumerate(seen):
        for i in found:
            having[i].append(row)
    score = [0.0] * len(rows)
    chance = lambda z: 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
    for _ in range(25):
        for i in [-1] + list(range(len(names))):
            members = range(len(rows)) if i < 0 else having[i]
            gradient = hessian = 0.0
            for row in members:
                p = chance(score[row])
                gradient += weigh[row] * (right[row] - p)
                hessian += weigh[row] * p * (1 - p)
            penalty = 0.0 if i < 0 else PENALTY
            now = bias if i < 0 else weights[i]
            step = (gradient - penalty * now) / (hessian + penalty + 1e-9)
            step = max(-1.0, min(1.0, step))
            if i < 0:
                bias += step
            else:
                weights[i] += step
            for row in members:
                score[row] += step
    return bias, dict(zip(names, weights))


def confidence(model, grounds):
    bias, weights = model
    return 1 / (1 + math.exp(-bias - sum(weights.get(g, 0.0) for g in grounds)))


def held_out(rows, weigh):
    """Each row's confidence from a model that has not seen its document."""
    docs = sorted({doc for doc, _, _ in rows})
    random.Random(7).shuffle(docs)
    sure = [0.0] * len(rows)
    for fold in range(FOLDS):
        out = set(docs[fold::FOLDS])
        train = [(r, w) for r, w in zip(rows, weigh) if r[0] not in out]
        model = fit([r for r, _ in train], [w for _, w in train])
        for i, (doc, grounds, _) in enumerate(rows):
            if doc in out:
                sure[i] = confidence(model, grounds)
    return sure


def evenly(rows):
    """A long document counts as one of middling length: its rows are alike."""
    size = collections.Counter(doc for doc, _, _ in rows)
    return [min(1.0, 60 / size[doc]) for doc, _, _ in rows]


def threshold(sure, rows):
    """The lowest confidence from which on the observations are right as often as wanted."""
    order = sorted(zip(sure, (r for _, _, r in rows)), reverse=True)
    right, best = 0, 0.99
    for n, (p, r) in enumerate(order, 1):
        right += r
        if n >= len(order) / 10 and right / n >= TARGET:
            best = p
    return best


def report(title, sure, rows, wanted, cut):
    taken = [r for p, (_, _, r) in zip(sure, rows) if p >= cut]
    precision = sum(taken) / max(1, len(taken))
    print(f"{title:34} {len(rows):5} read, right {sum(r for *_, r in rows) / max(1, len(rows)):.3f}; from {cut:.3f} on: "
          f"precision {precision:.3f}, covering {sum(taken) / max(1, wanted):.2f}")


def table(model, cut):
    bias, weights = model
    groups = collections.defaultdict(dict)
    for name, weight in weights.items():
        group, value = name.split("/", 1)
        groups[group][value] = weight
    head = ["# Weights of the logistic that says how likely a figure is wholly right; the names are those of extract/src/confidence/ground.rs.",
            "# Fitted by tests/eval/fit_confidence.py, each document held out in turn.",
            f"accepted = {cut:.3f}", f"bias = {bias:.2f}"]
    for group in sorted(groups):
        head += ["", f"[weight.{group}]"] + [f"{json.dumps(v, ensure_ascii=False)} = {w:.2f}" for v, w in sorted(groups[group].items())]
    return "\n".join(head) + "\n"


def main():
    args = [a for a in sys.argv[1:] if a != "--write"]
    if len(args) < 3:
        sys.exit(__doc__)
    tide, score = args[0], scorer(args[1])
    sets = {name: rows_of(tide, score, name) for name in args[2:]}
    rows = [row for found, _ in sets.values() for row in found]
    weigh = evenly(rows)
    sure = held_out(rows, weigh)
    cut = round(threshold(sure, rows), 3)
    for name, (_, wanted) in sets.items():
        part = [i for i, row in enumerate(rows) if row[0].startswith(name + "/")]
        report(name, [sure[i] for i in part], [rows[i] for i in part], wanted, cut)
        others = [i for i in range(len(rows)) if i not in set(part)]
        own = threshold([sure[i] for i in others], [rows[i] for i in others])
        report("  threshold set on the others", [sure[i] for i in part], [rows[i] for i in part], wanted, own)
    for low in range(0, 10):
        inside = [r for p, (_, _, r) in zip(sure, rows) if low / 10 <= p < (low + 1) / 10]
        if inside:
            print(f"said {low / 10:.1f}–{low / 10 + .1:.1f}: {sum(inside) / len(inside):.2f} of {len(inside)}")
    if "--write" in sys.argv:
        open(TABLE, "w", encoding="utf-8").write(table(fit(rows, weigh), cut))


if __name__ == "__main__":
    main()
