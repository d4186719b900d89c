"""Reads the content credentials of files with the native reference tool.

Prints a line for each file: its path and the processor milliseconds of one reading, the median of
the rounds after a warm-up. No manifest is fetched; trust is judged by the same authorities.
"""

import io
import pathlib
import statistics
import sys
import time

import c2pa

TYPES = {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".heic": "image/heic",
    ".avif": "image/avif",
}


def context(anchors: str) -> c2pa.Context:
    return c2pa.Context.from_dict(
        {
            "trust": {"trust_anchors": anchors},
            "verify": {"verify_trust": True, "remote_manifest_fetch": False},
        }
    )


def read(media_type: str, content: bytes, settings: c2pa.Context) -> int:
    begun = time.process_time_ns()
    try:
        with c2pa.Reader(media_type, io.BytesIO(content), context=settings) as reader:
            reader.json()
    except c2pa.C2paError:
        pass  # A file that is refused has cost what it has cost.
    return time.process_time_ns() - begun


def main(warm_up: str, rounds: str, anchors: str, *paths: str) -> None:
    settings = context(pathlib.Path(anchors).read_text(encoding="utf-8"))
    for name in paths:
        path = pathlib.Path(name)
        content = path.read_bytes()
        media_type = TYPES[path.suffix.lower()]
        for _ in range(int(warm_up)):
            read(media_type, content, settings)
        spent = [read(media_type, content, settings) for _ in range(int(rounds))]
        print(f"{name}\t{statistics.median(spent) / 1e6:.3f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
