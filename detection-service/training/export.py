"""The detector as an ONNX file, with a card beside it."""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from networks import CLIP, STRIDES, high_pass, patch_scores
from pictures import TILE


def tensor(name: str, values) -> onnx.TensorProto:
    return numpy_helper.from_array(np.ascontiguousarray(values, np.float32), name)


def kernel(values) -> np.ndarray:
    """From height, width, in, out to what ONNX wants."""
    return np.transpose(np.asarray(values), (3, 2, 0, 1))


def write_model(weights, path: Path) -> str:
    nodes = [
        helper.make_node("Conv", ["tiles", "high"], ["residual"], kernel_shape=[3, 3]),
        helper.make_node("Clip", ["residual", "least", "most"], ["x0"]),
    ]
    constants = [tensor("high", kernel(high_pass())), tensor("least", -CLIP), tensor("most", CLIP)]
    before = "x0"
    for name, stride in (*STRIDES.items(), ("last", 1)):
        pad = 0 if name == "last" else 1
        constants += [tensor(name, kernel(weights[name])), tensor(name + ".bias", weights[name + ".bias"])]
        nodes.append(
            helper.make_node(
                "Conv", [before, name, name + ".bias"], [name + ".y"], strides=[stride] * 2, pads=[pad] * 4
            )
        )
        before = name + ".y"
        if name != "last":
            nodes.append(helper.make_node("Relu", [before], [name + ".z"]))
            before = name + ".z"
    constants.append(numpy_helper.from_array(np.array([1], np.int64), "channel"))
    nodes.append(helper.make_node("Squeeze", [before, "channel"], ["patches"]))
    graph = helper.make_graph(
        nodes,
        "pixel-model",
        [helper.make_tensor_value_info("tiles", TensorProto.FLOAT, ["n", 3, TILE, TILE])],
        [helper.make_tensor_value_info("patches", TensorProto.FLOAT, ["n", 12, 12])],
        constants,
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="mingjian-training", ir_version=8
    )
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString(deterministic=True))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_tile() -> np.ndarray:
    """A tile that anybody can draw: whoever runs the model compares the mean of its patches."""
    y, x = np.mgrid[0:TILE, 0:TILE]
    return np.stack([(7 * x + 3 * y) % 256, (x * y) % 256, (5 * x + 11 * y) % 256], -1).astype(np.float32)


def check_mean(weights) -> float:
    return float(np.mean(np.asarray(patch_scores(weights, check_tile()[None]))))


def write_card(card: dict, path: Path) -> None:
    path.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
