"""Takes the PDQ hash of pictures with the public package, and draws an error-level map.

Prints the median processor milliseconds of a step, parted by a tab, and the hash of each picture.
The map is a plain error-level analysis written here on Pillow: saved again as JPEG 90, the
difference to the picture, stretched, as PNG at the 512 pixels at which the service draws its own.
"""

import io
import pathlib
import statistics
import sys
import time

import numpy
import pdqhash
from PIL import Image, ImageChops

QUALITY = 90
LONG_SIDE = 512


def timed(steps: list[float], step):
    begun = time.process_time_ns()
    result = step()
    steps.append((time.process_time_ns() - begun) / 1e6)
    return result


def decoded(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def error_level(picture: Image.Image) -> bytes:
    again = io.BytesIO()
    picture.save(again, "JPEG", quality=QUALITY)
    difference = ImageChops.difference(picture, decoded(again.getvalue()))
    most = max(high for _, high in difference.getextrema()) or 1
    stretched = difference.point(lambda value: value * 255 // most)
    stretched.thumbnail((LONG_SIDE, LONG_SIDE))
    png = io.BytesIO()
    stretched.save(png, "PNG")
    return png.getvalue()


def digits(bits: numpy.ndarray) -> str:
    return f"{int(''.join(str(int(bit)) for bit in bits), 2):064x}"


def main(rounds: str, *paths: str) -> None:
    contents = [pathlib.Path(path).read_bytes() for path in paths]
    decoding: list[float] = []
    hashing: list[float] = []
    mapping: list[float] = []
    for number in range(int(rounds)):
        picture = timed(decoding, lambda: decoded(contents[number % len(contents)]))
        pixels = numpy.asarray(picture)
        timed(hashing, lambda: pdqhash.compute(pixels))
        timed(mapping, lambda: error_level(picture))
    for name, steps in (("decode", decoding), ("hash", hashing), ("map", mapping)):
        print(f"{name}\t{statistics.median(steps):.3f}")
    for content in contents:
        bits, _ = pdqhash.compute(numpy.asarray(decoded(content)))
        print(f"pdq\t{digits(bits)}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
