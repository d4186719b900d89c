"""Takes the PDQ hash of pictures with the public package, and draws an error-level map.

Prints the median processor milliseconds of a step, parted by a tab, and the hash of each picture.
The map is the service's error-level map by the same recipe, written here on Pillow: saved again as
JPEG 90, of each pixel the channel that differs most, the mean of cells so large that at most 1024
make the long side, stretched so that one cell in two hundred is white, as PNG.
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
LONG_SIDE = 1024
BRIGHTEST = 0.995
LEAST_RANGE = 4


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
    red, green, blue = ImageChops.difference(picture, decoded(again.getvalue())).split()
    most = ImageChops.lighter(red, ImageChops.lighter(green, blue))
    cells = numpy.asarray(most.reduce(-(-max(picture.size) // LONG_SIDE)), dtype=numpy.float32)
    span = max(LEAST_RANGE, float(numpy.quantile(cells, BRIGHTEST)))
    grey = numpy.clip(cells / span * 255, 0, 255).astype(numpy.uint8)
    png = io.BytesIO()
    Image.fromarray(grey).convert("RGB").save(png, "PNG")
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
    for name, steps in (("decode", decoding), ("hash", hashing), ("ela", mapping)):
        print(f"{name}\t{statistics.median(steps):.3f}")
    for content in contents:
        bits, _ = pdqhash.compute(numpy.asarray(decoded(content)))
        print(f"pdq\t{digits(bits)}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
