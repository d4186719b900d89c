"""Two small convolutional networks: an 8x autoencoder, and a detector that scores patches of a tile."""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

PADDING = ((1, 1), (1, 1))
CODE = 6
CLIP = 3.0
GAIN = 12.0


def initial(key, shapes: dict[str, tuple[int, ...]]) -> dict[str, jnp.ndarray]:
    """He's spread; the last layer small, so that training begins undecided."""
    weights = {}
    for name, shape in shapes.items():
        key, own = jax.random.split(key)
        scale = np.sqrt(2.0 / np.prod(shape[:-1])) * (0.1 if name.startswith("last") else 1.0)
        weights[name] = jax.random.normal(own, shape) * scale
        weights[name + ".bias"] = jnp.zeros(shape[-1])
    return weights


def convolved(weights, name, x, stride=1, padding=PADDING):
    y = jax.lax.conv_general_dilated(
        x, weights[name], (stride, stride), padding, dimension_numbers=("NHWC", "HWIO", "NHWC")
    )
    return y + weights[name + ".bias"]


ENCODER_SHAPES = {
    "e1": (3, 3, 3, 16),
    "e2": (3, 3, 16, 32),
    "e3": (3, 3, 32, 48),
    "code": (3, 3, 48, CODE),
    "d1": (3, 3, CODE, 48),
    "d2": (3, 3, 48, 32),
    "d3": (3, 3, 32, 16),
    "last": (3, 3, 16, 3),
}


def twice(x):
    return jnp.repeat(jnp.repeat(x, 2, 1), 2, 2)


def reconstructed(weights, x):
    """Values from 0 to 1; both sides multiples of 8."""
    y = x * 2 - 1
    for name in ("e1", "e2", "e3"):
        y = jax.nn.gelu(convolved(weights, name, y, 2))
    y = convolved(weights, "code", y)
    for name in ("d1", "d2", "d3"):
        y = twice(jax.nn.gelu(convolved(weights, name, y)))
    return jax.nn.sigmoid(convolved(weights, "last", y) * 4)


DETECTOR_SHAPES = {
    "c1": (3, 3, 3, 16),
    "c2": (3, 3, 16, 24),
    "c3": (3, 3, 24, 32),
    "c4": (3, 3, 32, 32),
    "c5": (3, 3, 32, 32),
    "last": (1, 1, 32, 1),
}
STRIDES = {"c1": 1, "c2": 2, "c3": 2, "c4": 2, "c5": 1}


def high_pass() -> np.ndarray:
    """Each channel less the mean of its neighbourhood, so that content weighs little."""
    kernel = np.zeros((3, 3, 3, 3), np.float32)
    for channel in range(3):
        kernel[:, :, channel, channel] = -1 / 9
        kernel[1, 1, channel, channel] += 1
    return kernel * GAIN / 255


def patch_scores(weights, tiles):
    """Tiles of 96 pixels, 0 to 255; a logit for each of 12 x 12 patches."""
    x = jax.lax.conv_general_dilated(
        tiles, jnp.asarray(high_pass()), (1, 1), "VALID", dimension_numbers=("NHWC", "HWIO", "NHWC")
    )
    x = jnp.clip(x, -CLIP, CLIP)
    for name, stride in STRIDES.items():
        x = jax.nn.relu(convolved(weights, name, x, stride))
    return convolved(weights, "last", x, padding=((0, 0), (0, 0)))[..., 0]


def adam(loss):
    """A step of Adam with a fading rate; returns weights, state and loss."""

    @partial(jax.jit, donate_argnums=(0, 1))
    def step(weights, state, rate, *batch):
        value, slope = jax.value_and_grad(loss)(weights, *batch)
        count = state["count"] + 1
        first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, state["first"], slope)
        second = jax.tree.map(lambda v, g: 0.99 * v + 0.01 * g * g, state["second"], slope)
        moved = jax.tree.map(
            lambda w, m, v: w - rate * (m / (1 - 0.9**count)) / (jnp.sqrt(v / (1 - 0.99**count)) + 1e-7),
            weights,
            first,
            second,
        )
        return moved, {"count": count, "first": first, "second": second}, value

    return step


def fresh_state(weights):
    zeros = jax.tree.map(jnp.zeros_like, weights)
    return {"count": jnp.zeros(()), "first": zeros, "second": jax.tree.map(jnp.zeros_like, weights)}
