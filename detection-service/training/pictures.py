"""Pictures of a manifest, the random chain that makes both classes alike, and what is done to them on their way."""

import csv
import io
import re
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

Image.MAX_IMAGE_PIXELS = 200_000_000

TILE = 96
STEPS = ("jpeg70", "messenger", "screenshot", "crop75", "recapture")
PERMISSIVE = ("MIT", "APACHE-2.0", "BSD", "CC BY", "CC0", "ISC")
RESTRICTED = ("CC BY-NC", "CC BY-ND", "CC BY-SA", "GPL")


@dataclass(frozen=True)
class Row:
    path: Path
    label: str
    generator: str
    source: str
    gallery: str
    licence: str
    split: str

    @property
    def key(self) -> str:
        return self.path.name

    @property
    def is_permissive(self) -> bool:
        """The row states a licence under which weights may be shipped."""
        stated = self.licence.upper()
        if "NOT PERMITTED" in stated or any(word in stated for word in RESTRICTED):
            return False
        return any(re.search(rf"\b{re.escape(word)}\b", stated) for word in PERMISSIVE)


def read_manifest(manifest: Path) -> list[Row]:
    rows = []
    with manifest.open(newline="", encoding="utf-8") as lines:
        for cells in csv.DictReader(lines):
            repository = cells["source"].split(":")[0]
            source = repository.split("@")[0]
            if cells["label"] == "real" and "screen" in cells["generator"]:
                source += " (photos of a screen)"
            rows.append(
                Row(
                    path=manifest.parent / cells["path"],
                    label=cells["label"],
                    generator=cells["generator"],
                    source=source,
                    gallery=cells.get("gallery") or repository,
                    licence=cells.get("licence", ""),
                    split=cells.get("split", ""),
                )
            )
    return sorted(rows, key=lambda row: str(row.path))


def random_of(seed: int, *words) -> np.random.Generator:
    """Random numbers that depend on the seed and on what they are for, not on the order of work."""
    return np.random.default_rng([seed, zlib.crc32("|".join(map(str, words)).encode())])


def opened(row: Row) -> Image.Image:
    with Image.open(row.path) as image:
        if image.mode in ("RGBA", "LA", "P"):
            image = image.convert("RGBA")
            white = Image.new("RGBA", image.size, "white")
            white.alpha_composite(image)
            image = white
        return image.convert("RGB")


def jpeg(image: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=int(quality), subsampling=2)
    out.seek(0)
    return Image.open(out).convert("RGB")


def shrunk(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Long side drawn from one list for both classes, always a tenth smaller than it was at least."""
    most = 0.9 * max(image.size)
    long = min(most, rng.uniform(460, 1080))
    if long > most or most < 460:
        long = most
    kernel = [Image.BILINEAR, Image.BICUBIC, Image.LANCZOS, Image.BOX][rng.integers(4)]
    factor = long / max(image.size)
    size = tuple(max(TILE, round(side * factor)) for side in image.size)
    return image.resize(size, kernel)


def matched(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    return jpeg(shrunk(image, rng), rng.integers(75, 96))


@dataclass(frozen=True)
class Frame:
    """Which part of the old picture the new one shows, as fractions of its sides."""

    left: float = 0.0
    top: float = 0.0
    size: float = 1.0


def framed(step: str, rng: np.random.Generator) -> Frame:
    if step == "crop75":
        return Frame(rng.uniform(0, 0.25), rng.uniform(0, 0.25), 0.75)
    if step == "screenshot":
        return Frame(0.015, 0.015, 0.97)
    return Frame()


def cut(image: Image.Image, frame: Frame) -> Image.Image:
    width, height = image.size
    left, top = round(frame.left * width), round(frame.top * height)
    return image.crop((left, top, left + round(frame.size * width), top + round(frame.size * height)))


def laundered(image: Image.Image, step: str, frame: Frame, rng: np.random.Generator) -> Image.Image:
    if step == "jpeg70":
        return jpeg(image, 70)
    if step == "messenger":
        factor = min(1.0, 1080 / max(image.size))
        size = tuple(max(TILE, round(side * factor)) for side in image.size)
        return jpeg(image.resize(size, Image.BICUBIC), 75)
    if step == "screenshot":
        factor = rng.uniform(1.1, 1.45)
        size = tuple(round(side * factor) for side in image.size)
        return jpeg(cut(image.resize(size, Image.BILINEAR), frame), 90)
    if step == "crop75":
        return jpeg(cut(image, frame), 90)
    if step == "recapture":
        return jpeg(recaptured(image, rng), 85)
    raise ValueError(f"unknown step {step}")


def recaptured(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """A model of a photographed screen, for training only: stripes, tone, blur, grain."""
    factor = rng.uniform(1.02, 1.3)
    size = tuple(round(side * factor) for side in image.size)
    light = np.asarray(image.resize(size, Image.BICUBIC), np.float32) / 255
    across = np.arange(size[0], dtype=np.float32)[None, :, None] / rng.uniform(2.1, 3.3)
    third = np.arange(3, dtype=np.float32)[None, None, :] / 3
    light = light ** rng.uniform(0.85, 1.2) * rng.uniform(0.85, 1.15)
    light = light * (0.85 + 0.15 * np.cos(2 * np.pi * (across + third)))
    light = blurred(light, rng.uniform(0.5, 1.0))
    light = light + rng.normal(0, 0.015, light.shape)
    return Image.fromarray(np.uint8(np.clip(light * 255, 0, 255)))


def blurred(values: np.ndarray, spread: float) -> np.ndarray:
    taps = np.exp(-(np.arange(-3, 4) ** 2) / (2 * spread**2)).astype(np.float32)
    taps /= taps.sum()
    for axis in (0, 1):
        padding = [(3, 3) if i == axis else (0, 0) for i in range(values.ndim)]
        padded = np.pad(values, padding, "edge")
        length = values.shape[axis]
        values = sum(t * np.take(padded, range(i, i + length), axis) for i, t in enumerate(taps))
    return values


def grid(width: int, height: int, across: int) -> list[tuple[int, int]]:
    """Left upper corners of tiles, evenly spread; the same places as the service looks at."""
    columns = max(1, min(across, width // TILE))
    rows = max(1, min(across, height // TILE))
    xs = [(width - TILE) // 2] if columns == 1 else [i * (width - TILE) // (columns - 1) for i in range(columns)]
    ys = [(height - TILE) // 2] if rows == 1 else [i * (height - TILE) // (rows - 1) for i in range(rows)]
    return [(x, y) for y in ys for x in xs]


def tiles(image: Image.Image, across: int = 4) -> np.ndarray:
    pixels = np.asarray(image)
    height, width = pixels.shape[:2]
    if min(width, height) < TILE:
        return np.zeros((0, TILE, TILE, 3), np.uint8)
    return np.stack([pixels[y : y + TILE, x : x + TILE] for x, y in grid(width, height, across)])


def thumbnail(image: Image.Image) -> np.ndarray:
    """What is left when every trace is gone: 112 pixels, blurred; means of 8 x 8 fields and a histogram of colours."""
    small = np.asarray(image.resize((112, 112), Image.BOX), np.float32) / 255
    small = blurred(small, 1.5)
    fields = small.reshape(8, 14, 8, 14, 3).mean((1, 3))
    spread = small.reshape(8, 14, 8, 14, 3).std((1, 3))
    bins = np.minimum((small * 4).astype(int), 3)
    joint = np.bincount((bins[..., 0] * 16 + bins[..., 1] * 4 + bins[..., 2]).ravel(), minlength=64) / 12544
    return np.concatenate([fields.ravel(), spread.ravel(), np.sqrt(joint)])
