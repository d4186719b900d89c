"""AUC, rates with Wilson's intervals, and a ridge probe for the controls."""

import numpy as np


def auc(positive: np.ndarray, negative: np.ndarray) -> float:
    """Share of pairs in the right order, ties half; nan when a side is empty."""
    if len(positive) == 0 or len(negative) == 0:
        return float("nan")
    order = np.sort(negative)
    below = np.searchsorted(order, positive, "left")
    upto = np.searchsorted(order, positive, "right")
    return float(((below + upto) / 2).mean() / len(order))


def rate_at(positive: np.ndarray, negative: np.ndarray, false_share: float) -> tuple[int, int]:
    """How many positives lie above the threshold that lets at most this share of negatives pass, and of how many."""
    if len(positive) == 0 or len(negative) == 0:
        return 0, 0
    allowed = int(false_share * len(negative))
    threshold = np.sort(negative)[::-1][allowed]
    return int((positive > threshold).sum()), len(positive)


def wilson(hits: int, count: int) -> tuple[float, float]:
    if count == 0:
        return float("nan"), float("nan")
    z = 1.959964
    share = hits / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * np.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return max(0.0, float(middle - half)), min(1.0, float(middle + half))


def probe(features: np.ndarray, labels: np.ndarray, strength: float = 0.1):
    """A ridge probe, both classes weighing alike; returns a function from features to scores."""
    mean, spread = features.mean(0), features.std(0) + 1e-6
    x = np.c_[(features - mean) / spread, np.ones(len(features))]
    weight = np.where(labels == 1, 0.5 / max(1, labels.sum()), 0.5 / max(1, (1 - labels).sum()))
    left = x.T @ (x * weight[:, None]) + strength * np.eye(x.shape[1])
    solution = np.linalg.solve(left, x.T @ (weight * (2 * labels - 1)))
    return lambda other: np.c_[(other - mean) / spread, np.ones(len(other))] @ solution
