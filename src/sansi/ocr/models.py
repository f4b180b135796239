"""模型 · The models of the installed package, opened: one finds lines of text, one reads a line."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from sansi.check.model import Both

_DETECTOR = "PP-OCRv6_det_small.onnx"
_RECOGNISER = "PP-OCRv6_rec_small.onnx"

Pixels = npt.NDArray[Any]
"""A picture of bytes: rows, columns, and blue, green, red, the order that the models were trained with."""
Floats = npt.NDArray[np.float32]


class Missing(Exception):  # noqa: N818 - what is wrong, as the person is told it
    """The engine or its models are not installed; `reason` says what to do."""

    def __init__(self) -> None:
        """Say so in both languages."""
        self.reason = Both(
            "没有安装识字组件：pip install 'sansi[ocr]'",
            "what reads words in pictures is not installed: pip install 'sansi[ocr]'",
        )
        super().__init__(self.reason.en)


class Model:
    """One model: numbers in, numbers out."""

    def __init__(self, session: Any) -> None:
        """Wrap an `onnxruntime.InferenceSession`."""
        self._session = session
        self._name = session.get_inputs()[0].name

    def __call__(self, batch: Floats) -> Floats:
        """What the model makes of `batch`."""
        made: Floats = self._session.run(None, {self._name: batch})[0]
        return made

    def characters(self) -> list[str]:
        """What the classes of a recogniser stand for: first the blank between characters, last the space."""
        return ["", *self._session.get_modelmeta().custom_metadata_map["character"].splitlines(), " "]


class Models(NamedTuple):
    """Both models."""

    detector: Model
    recogniser: Model


def opened() -> Models:
    """Both models from the files of the installed package; raises Missing."""
    package = find_spec("rapidocr")
    if package is None or not package.submodule_search_locations or find_spec("onnxruntime") is None:
        raise Missing
    folder = Path(package.submodule_search_locations[0]) / "models"
    files = [folder / _DETECTOR, folder / _RECOGNISER]
    if not all(f.is_file() for f in files):
        raise Missing
    import onnxruntime  # noqa: PLC0415 - its absence must be said in our words

    onnxruntime.disable_telemetry_events()  # builds for Windows report to their maker unless told not to
    options = onnxruntime.SessionOptions()
    # Threads of one page cost more than they gain, measured; pages go side by side in processes.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # Without the arena the peak of one big page is given back: 580 instead of 1,030 MB.
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    sessions = [
        onnxruntime.InferenceSession(str(f), options, providers=["CPUExecutionProvider"]) for f in files
    ]
    return Models(Model(sessions[0]), Model(sessions[1]))
