"""Trains the pixel model; see README.md for the method and docs/model-card.md for what came of it."""

import argparse
import json
import sys
import time
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
from PIL import Image

import export
import figures
import networks
import pictures
from pictures import TILE, random_of

SIDE = 64
POSITIONS = 4


def say(text: str) -> None:
    print(f"{time.process_time():7.0f} s  {text}", file=sys.stderr, flush=True)


# --- the autoencoder -------------------------------------------------------------------------------------------


def autoencoder(rows, seed: int, steps: int):
    rng = random_of(seed, "autoencoder")
    photos = [np.asarray(pictures.shrunk(pictures.opened(row), rng)) for row in rows]
    weights = networks.initial(jax.random.key(seed), networks.ENCODER_SHAPES)

    def loss(w, x):
        y = networks.reconstructed(w, x)
        error = y - x
        edges = jnp.abs(error[:, 1:] - error[:, :-1]).mean() + jnp.abs(error[:, :, 1:] - error[:, :, :-1]).mean()
        return jnp.abs(error).mean() + edges

    step, state = networks.adam(loss), networks.fresh_state(weights)
    for i in range(steps):
        batch = np.empty((12, SIDE, SIDE, 3), np.float32)
        for j in range(len(batch)):
            photo = photos[rng.integers(len(photos))]
            y, x = rng.integers(photo.shape[0] - SIDE + 1), rng.integers(photo.shape[1] - SIDE + 1)
            batch[j] = photo[y : y + SIDE, x : x + SIDE]
        weights, state, value = step(weights, state, 3e-3 * (1 - i / steps) + 1e-4, batch / 255)
        if (i + 1) % max(1, steps // 5) == 0:
            say(f"autoencoder {i + 1} of {steps}: loss {float(value):.4f}")
    return weights


run_autoencoder = jax.jit(networks.reconstructed)


def remade(weights, image: Image.Image) -> Image.Image:
    """Through the autoencoder, in bands of one size so that nothing compiles twice, then as sharp as it was."""
    pixels = np.asarray(image, np.float32) / 255
    height, width = pixels.shape[:2]
    block, margin = 128, 16
    inner = block - 2 * margin
    down, across = -(-height // inner), -(-width // inner)
    padded = np.pad(
        pixels,
        ((margin, margin + down * inner - height), (margin, margin + across * inner - width), (0, 0)),
        "reflect" if min(height, width) > block else "edge",
    )
    out = np.empty((down * inner, across * inner, 3), np.float32)
    blocks = [
        padded[r * inner : r * inner + block, c * inner : c * inner + block] for r in range(down) for c in range(across)
    ]
    made = np.concatenate([np.asarray(run_autoencoder(weights, b[None])) for b in blocks])
    for i, block_made in enumerate(made):
        r, c = divmod(i, across)
        out[r * inner : (r + 1) * inner, c * inner : (c + 1) * inner] = block_made[margin:-margin, margin:-margin]
    return Image.fromarray(np.uint8(np.clip(sharpened(out[:height, :width], pixels), 0, 1) * 255 + 0.5))


def sharpened(made: np.ndarray, real: np.ndarray) -> np.ndarray:
    """The remade picture with the energy of the real one at every frequency, so that blur tells nothing."""
    height, width = real.shape[:2]
    radius = np.hypot(np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)[None])
    ring = np.minimum((radius * 64).astype(int), 47)
    result = np.empty_like(real)
    for channel in range(3):
        theirs = np.fft.rfft2(real[..., channel])
        ours = np.fft.rfft2(made[..., channel])
        wanted = np.bincount(ring.ravel(), (np.abs(theirs) ** 2).ravel(), 48)
        given = np.bincount(ring.ravel(), (np.abs(ours) ** 2).ravel(), 48)
        gain = np.sqrt(wanted / np.maximum(given, 1e-12))
        gain[:2] = 1
        result[..., channel] = np.fft.irfft2(ours * np.clip(gain, 0.2, 12)[ring], s=(height, width))
    return result


# --- tiles -----------------------------------------------------------------------------------------------------


def mixture(shape: tuple[int, int], rng) -> np.ndarray:
    """Which parts come from the autoencoder: half a picture, or blocks of it; 0 to 1 with soft borders."""
    height, width = shape
    y, x = np.mgrid[0:height, 0:width]
    if rng.random() < 0.5:
        angle = rng.uniform(0, 2 * np.pi)
        mask = (x / width - 0.5) * np.cos(angle) + (y / height - 0.5) * np.sin(angle) > 0
    else:
        size = rng.integers(48, 120)
        cells = rng.random((height // size + 2, width // size + 2)) < 0.5
        dy, dx = rng.integers(size, size=2)
        mask = cells[(y + dy) // size, (x + dx) // size]
    return pictures.blurred(mask.astype(np.float32), 1.5)


def patch_shares(mask: np.ndarray, x: int, y: int) -> np.ndarray:
    return mask[y : y + TILE, x : x + TILE].reshape(12, 8, 12, 8).mean((1, 3))


def corner(centre, frame, size) -> tuple[int, int]:
    """Left upper corner of the tile round a place, given as fractions of the picture before it was framed."""
    place = [(c - o) / frame.size for c, o in zip(centre, (frame.left, frame.top))]
    return tuple(int(np.clip(round(p * s) - TILE // 2, 0, s - TILE)) for p, s in zip(place, size))


def aligned_tiles(rows, coder, seed: int):
    """For every photo the real and the mixed picture, clean and laundered, at the same places: [n, 4, 96, 96, 3]."""
    tiles, shares, sources = [], [], []
    for row in rows:
        rng = random_of(seed, "aligned", row.key)
        real = pictures.shrunk(pictures.opened(row), rng)
        if min(real.size) < 160:
            continue
        fake = np.asarray(remade(coder, real), np.float32)
        keep = rng.uniform(0, 0.25)
        mask = mixture(fake.shape[:2], rng)
        true = np.asarray(real, np.float32)
        share = (mask * (1 - keep))[..., None]
        mixed = Image.fromarray(np.uint8(true + (fake - true) * share + 0.5))
        quality = int(rng.integers(75, 96))
        step = pictures.STEPS[rng.integers(len(pictures.STEPS))]
        frame = pictures.framed(step, rng)
        stored = Image.fromarray(np.uint8(mask * 255))
        clean = [pictures.jpeg(image, quality) for image in (real, mixed)]
        again = [
            pictures.laundered(image, step, frame, random_of(seed, "step", row.key)) for image in clean
        ]
        again_mask = np.asarray(pictures.cut(stored, frame).resize(again[0].size, Image.BILINEAR), np.float32) / 255
        if min(again[0].size) < TILE:
            continue
        whole = pictures.Frame()
        for _ in range(POSITIONS):
            centre = (rng.uniform(frame.left, frame.left + frame.size), rng.uniform(frame.top, frame.top + frame.size))
            x, y = corner(centre, whole, clean[0].size)
            u, v = corner(centre, frame, again[0].size)
            four = [np.asarray(image)[y : y + TILE, x : x + TILE] for image in clean]
            four += [np.asarray(image)[v : v + TILE, u : u + TILE] for image in again]
            tiles.append(np.stack(four))
            none = np.zeros((12, 12), np.float32)
            shares.append(np.stack([none, patch_shares(mask, x, y), none, patch_shares(again_mask, u, v)]))
            sources.append(row.source)
    return np.stack(tiles), np.stack(shares), np.array(sources)


def generated_tiles(rows, seed: int):
    """Whole pictures of both classes through the same chain, clean and laundered: tiles and sources by label."""
    by_label = {0: ([], []), 1: ([], [])}
    for row in rows:
        rng = random_of(seed, "generated", row.key)
        clean = pictures.matched(pictures.opened(row), rng)
        step = pictures.STEPS[rng.integers(len(pictures.STEPS))]
        frame = pictures.framed(step, rng)
        again = pictures.laundered(clean, step, frame, rng)
        if min(again.size) < TILE:
            continue
        for _ in range(POSITIONS // 2):
            centre = (rng.uniform(frame.left, frame.left + frame.size), rng.uniform(frame.top, frame.top + frame.size))
            x, y = corner(centre, pictures.Frame(), clean.size)
            u, v = corner(centre, frame, again.size)
            pair = [np.asarray(clean)[y : y + TILE, x : x + TILE], np.asarray(again)[v : v + TILE, u : u + TILE]]
            pairs, sources = by_label[int(row.label == "ai")]
            pairs.append(np.stack(pair))
            sources.append(row.source)
    return {label: (np.stack(pairs), np.array(sources)) for label, (pairs, sources) in by_label.items() if pairs}


# --- the detector ----------------------------------------------------------------------------------------------


def detector_loss(weights, tiles, shares, consistency):
    """tiles [b, 4, ...]: real, mixed, real laundered, mixed laundered."""
    count = tiles.shape[0] * 4
    logits = networks.patch_scores(weights, tiles.reshape(count, TILE, TILE, 3))
    wanted = shares.reshape(count, 12, 12)
    patches = jnp.maximum(logits, 0) - logits * wanted + jnp.log1p(jnp.exp(-jnp.abs(logits)))
    means = logits.mean((1, 2)).reshape(-1, 2, 2)
    return patches.mean() + consistency * jnp.mean((means[:, 0] - means[:, 1]) ** 2)


def trained(aligned, generated, seed: int, steps: int, name: str):
    rng = random_of(seed, "detector", name)
    weights = networks.initial(jax.random.key(seed + 1), networks.DETECTOR_SHAPES)
    step, state = networks.adam(detector_loss), networks.fresh_state(weights)
    values = []
    for i in range(steps):
        tiles, shares = batch_of(aligned, generated, rng)
        turn = rng.integers(4)
        tiles, shares = np.rot90(tiles, turn, (2, 3)), np.rot90(shares, turn, (2, 3))
        if rng.random() < 0.5:
            tiles, shares = tiles[:, :, :, ::-1], shares[:, :, :, ::-1]
        rate = 2e-3 * min(1, (i + 1) / 20) * (1 - i / steps) + 5e-5
        weights, state, value = step(
            weights, state, rate, np.ascontiguousarray(tiles, np.float32), np.ascontiguousarray(shares), 0.02
        )
        values.append(float(value))
        if (i + 1) % max(1, steps // 5) == 0:
            say(f"{name} {i + 1} of {steps}: loss {np.mean(values[-50:]):.4f}")
    return weights


def batch_of(aligned, generated, rng, size: int = 6):
    """Half of it whole generated pictures when there are any."""
    parts = []
    if aligned is not None:
        take = size if generated is None else size // 2
        chosen = rng.integers(len(aligned[0]), size=take)
        parts.append((aligned[0][chosen], aligned[1][chosen]))
    if generated is not None:
        take = size if aligned is None else size - size // 2
        real = generated[0][0][rng.integers(len(generated[0][0]), size=take)]
        made = generated[1][0][rng.integers(len(generated[1][0]), size=take)]
        tiles = np.stack([real[:, 0], made[:, 0], real[:, 1], made[:, 1]], 1)
        shares = np.zeros((take, 4, 12, 12), np.float32)
        shares[:, 1::2] = 1
        parts.append((tiles, shares))
    return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])


run_detector = jax.jit(networks.patch_scores)


def picture_score(weights, image: Image.Image, across: int = 4) -> float:
    """Mean of the top third of tiles without the topmost, as in the service."""
    shown = pictures.tiles(image, across)
    if len(shown) == 0:
        return float("nan")
    padded = np.zeros((across * across, TILE, TILE, 3), np.float32)
    padded[: len(shown)] = shown
    scores = np.sort(np.asarray(run_detector(weights, padded)).mean((1, 2))[: len(shown)])[::-1]
    top = scores[: max(1, len(scores) // 3)]
    return float(top[1:].mean() if len(top) >= 3 else top.mean())


# --- the report ------------------------------------------------------------------------------------------------


def sampled(rows, seed: int, limit: int):
    """At most so many of each source, by chance."""
    kept = []
    for source in sorted({row.source for row in rows}):
        own = [row for row in rows if row.source == source]
        order = random_of(seed, "sample", source).permutation(len(own))[:limit]
        kept += [own[i] for i in order]
    return sorted(kept, key=lambda row: str(row.path))


class Seen:
    """Pictures as they are judged: through the chain, and once more through one step."""

    def __init__(self, rows, seed: int):
        self.rows = [row for row in rows if row.label in ("real", "ai")]
        self.images = []
        for row in self.rows:
            rng = random_of(seed, "judged", row.key)
            clean = pictures.matched(pictures.opened(row), rng)
            step = pictures.STEPS[rng.integers(len(pictures.STEPS))]
            self.images.append((clean, pictures.laundered(clean, step, pictures.framed(step, rng), rng)))
        self.labels = np.array([row.label == "ai" for row in self.rows], int)
        self.sources = np.array([row.source for row in self.rows])
        self.galleries = np.array([row.gallery for row in self.rows])
        self.content = np.stack([pictures.thumbnail(clean) for clean, _ in self.images])

    def scores(self, weights, which=None) -> np.ndarray:
        chosen = range(len(self.images)) if which is None else np.flatnonzero(which)
        return np.array([[picture_score(weights, image) for image in self.images[i]] for i in chosen])


def line(name: str, scores: np.ndarray, labels: np.ndarray) -> dict:
    fine = np.isfinite(scores)
    made, real = scores[fine & (labels == 1)], scores[fine & (labels == 0)]
    one, count = figures.rate_at(made, real, 0.01)
    five, _ = figures.rate_at(made, real, 0.05)
    return {
        "name": name,
        "ai": len(made),
        "real": len(real),
        "auc": figures.auc(made, real),
        "tprAtFpr1": one / max(1, count),
        "tprAtFpr1Interval": figures.wilson(one, count),
        "tprAtFpr5": five / max(1, count),
    }


def content_control(seen: Seen, folds) -> np.ndarray:
    """Scores of the thumbnail probe, each picture judged by a probe that saw neither of the fold's sources."""
    scores = np.full(len(seen.rows), np.nan)
    for held in folds:
        out = np.isin(seen.sources, held)
        if out.any() and len(set(seen.labels[~out])) == 2:
            judge = figures.probe(seen.content[~out], seen.labels[~out])
            known = judge(seen.content[~out])
            scores[out] = (judge(seen.content[out]) - known.mean()) / known.std()
    return scores


def folds_of(seen: Seen) -> list[list[str]]:
    """Sources dealt out by size, real and generated alike, so that each fold holds both classes."""
    by_label = []
    for label in (0, 1):
        names, counts = np.unique(seen.sources[seen.labels == label], return_counts=True)
        by_label.append([n for _, n in sorted(zip(-counts, names))])
    count = max(1, min(4, *(len(names) for names in by_label)))
    return [[n for names in by_label for n in names[i::count]] for i in range(count)]


def gallery_twins(scores, seen: Seen) -> list[dict]:
    twins = []
    for gallery in sorted(set(seen.galleries)):
        own = seen.galleries == gallery
        if len(set(seen.labels[own])) == 2:
            twins.append(line(f"twins of {gallery}", scores[own], seen.labels[own]))
    return twins


def aligned_twins(weights, coder, rows, seed: int) -> dict:
    """Photos of sources that training did not see, against the same photos through the autoencoder."""
    real, made, errors = [], [], []
    for row in rows:
        rng = random_of(seed, "twin", row.key)
        photo = pictures.shrunk(pictures.opened(row), rng)
        again = remade(coder, photo)
        errors.append(np.mean((np.asarray(photo, float) - np.asarray(again, float)) ** 2))
        quality = int(rng.integers(75, 96))
        real.append(picture_score(weights, pictures.jpeg(photo, quality)))
        made.append(picture_score(weights, pictures.jpeg(again, quality)))
    labels = np.r_[np.zeros(len(real), int), np.ones(len(made), int)]
    own = line("the same photos through the autoencoder, unseen sources", np.array(real + made), labels)
    own["psnr"] = float(10 * np.log10(255**2 / np.mean(errors))) if errors else None
    return own


def markdown(report: dict) -> str:
    lines = [f"# Training report, seed {report['seed']}", "", report["note"], ""]
    lines += ["| line | AI | real | AUC | TPR at FPR 1 % | TPR at FPR 5 % |", "|---|---|---|---|---|---|"]
    for row in report["lines"]:
        low, high = row["tprAtFpr1Interval"]
        lines.append(
            f"| {row['name']} | {row['ai']} | {row['real']} | {row['auc']:.3f} "
            f"| {row['tprAtFpr1']:.3f} [{low:.2f}, {high:.2f}] | {row['tprAtFpr5']:.3f} |"
        )
    return "\n".join(lines) + f"\n\nCPU {report['cpuSeconds']:.0f} s, one thread.\n"


def options():
    parser = argparse.ArgumentParser(prog="run", description=__doc__)
    parser.add_argument("--manifest", type=Path, required=True, help="CSV: path, label, generator, source, licence[, gallery]")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=20261129)
    parser.add_argument("--coder-steps", type=int, default=700, help="of the autoencoder; 5000 for a serious run")
    parser.add_argument("--steps", type=int, default=700, help="of the detector; 10000 for a serious run")
    parser.add_argument("--fold-steps", type=int, default=0, help="of each leave-one-source-out training; 0 leaves them out")
    parser.add_argument("--recipe", choices=("aligned", "generated", "both"), default="aligned", help="what the folds and the model learn from")
    parser.add_argument("--source-limit", type=int, default=1_000_000, help="pictures of each source to learn from")
    parser.add_argument("--splits", default="train", help="splits to learn from, comma between; the shipped version 1 learned from train,dev")
    parser.add_argument("--any-licence", action="store_true", help="train on every row; such weights must not be shipped")
    parser.add_argument("--report-limit", type=int, default=30, help="pictures of each source in the report")
    parser.add_argument("--name", default="aligned-patches")
    parser.add_argument("--version", type=int, default=1)
    parser.add_argument("--date", default="", help="day written into the card, such as 2026-11-29")
    return parser.parse_args()


def tiles_of(rows, coder, args, name: str):
    """What the recipe learns from: aligned places and whole pictures, either of them None."""
    aligned = generated = None
    if args.recipe != "generated":
        aligned = aligned_tiles([r for r in rows if r.label == "real"], coder, args.seed)
        say(f"{name}: {len(aligned[0])} aligned places")
    if args.recipe != "aligned":
        generated = generated_tiles(rows, args.seed)
        say(f"{name}: " + " and ".join(f"{len(tiles)}" for tiles, _ in generated.values()) + " places of both classes")
        if len(generated) < 2:
            sys.exit("the recipe needs pictures of both classes")
    return aligned, generated


def without(aligned, generated, held):
    """The same without some sources."""
    if aligned is not None:
        keep = ~np.isin(aligned[2], held)
        aligned = tuple(part[keep] for part in aligned) if keep.any() else None
    if generated is not None:
        kept = {}
        for label, (tiles, sources) in generated.items():
            keep = ~np.isin(sources, held)
            if keep.any():
                kept[label] = (tiles[keep], sources[keep])
        generated = kept if len(kept) == 2 else None
    return aligned, generated


def main() -> None:
    args = options()
    args.out.mkdir(parents=True, exist_ok=True)
    everything = pictures.read_manifest(args.manifest)
    allowed = [
        r
        for r in everything
        if r.label in ("real", "ai") and r.split in ("", *args.splits.split(",")) and (args.any_licence or r.is_permissive)
    ]
    used = [r for r in allowed if r.label == "real" or args.recipe != "aligned"]
    used = sampled(used, args.seed, args.source_limit)
    real = [r for r in used if r.label == "real"]
    if not real:
        sys.exit("no photo whose licence permits training; --any-licence trains a model that must stay here")
    say(f"{len(real)} photos and {len(used) - len(real)} generated pictures of {len({r.source for r in used})} sources")
    coder = autoencoder(real, args.seed, args.coder_steps)
    weights = trained(*tiles_of(used, coder, args, "detector"), args.seed, args.steps, "detector")

    seen = Seen(sampled(everything, args.seed, args.report_limit), args.seed)
    say(f"report over {len(seen.rows)} pictures")
    known = {r.source for r in used}
    scores = seen.scores(weights)
    new = ~np.isin(seen.sources, sorted(known))
    folds = folds_of(seen)
    content = content_control(seen, folds)
    lines = [
        line("unseen sources, matched", scores[new, 0], seen.labels[new]),
        line("unseen sources, laundered (a step by chance)", scores[new, 1], seen.labels[new]),
        line("control: content only (thumbnail of 112 pixels), sources left out", content[new], seen.labels[new]),
    ]
    for source in sorted(set(seen.sources[new & (seen.labels == 1)])):
        own = new & ((seen.sources == source) | (seen.labels == 0))
        lines.append(line(f"{source}, matched", scores[own, 0], seen.labels[own]))
    lines += gallery_twins(scores[:, 0], seen)
    others = [r for r in seen.rows if r.label == "real" and r.source not in known]
    twins = aligned_twins(weights, coder, others, args.seed)
    lines.append(twins)
    if args.fold_steps:
        # Such weights are judged and thrown away, so every row may teach them.
        learners = [r for r in everything if r.label == "real" or (r.label == "ai" and args.recipe != "aligned")]
        places = tiles_of(sampled(learners, args.seed, args.source_limit), coder, args, "folds")
        for held in folds:
            rest = without(*places, held)
            if rest == (None, None):
                continue
            fold = trained(*rest, args.seed, args.fold_steps, "fold")
            out = np.isin(seen.sources, held)
            own = seen.scores(fold, out)
            lines.append(line("left out: " + ", ".join(held), own[:, 0], seen.labels[out]))
            lines.append(line("… content only", content[out], seen.labels[out]))

    model = args.out / "pixel-model.onnx"
    digest = export.write_model(weights, model)
    if not any(row["name"].startswith("twins of") for row in lines):
        twins["note"] = "no gallery of the manifest holds both classes"
    report = {
        "seed": args.seed,
        "note": f"Recipe {args.recipe}; autoencoder {args.coder_steps} steps, PSNR after sharpening {twins['psnr'] or 0:.1f} dB; "
        f"detector {args.steps} steps. Twins by gallery: {sum(r['name'].startswith('twins of') for r in lines)}.",
        "lines": lines,
        "cpuSeconds": time.process_time(),
    }
    (args.out / "report.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    (args.out / "report.md").write_text(markdown(report), encoding="utf-8")
    export.write_card(
        {
            "format": "mingjian-pixel-model/1",
            "name": args.name,
            "version": args.version,
            "file": model.name,
            "sha256": digest,
            "date": args.date,
            "recipe": args.recipe,
            "seed": args.seed,
            "shippable": not args.any_licence,
            "trainingSources": [
                {"source": s.split(" (")[0], "pictures": sum(r.source == s for r in used), "licence": sorted({r.licence for r in used if r.source == s})}
                for s in sorted(known)
            ],
            "generatorsSeen": sorted({r.generator for r in used if r.label == "ai"}),
            "checkMean": round(export.check_mean(weights), 5),
            "tilesAcross": 4,
            "thresholds": {},
            "figures": {},
            "gates": {"twins": False, "beatsContent": False, "falseAlarms": False, "laundering": False},
        },
        args.out / "pixel-model.json",
    )
    print(markdown(report), end="")


if __name__ == "__main__":
    main()
