"""The rules of the architecture. Each takes the root of a tree and returns what breaks it, one sentence for each."""

import posixpath
import re
from pathlib import Path, PurePosixPath

import layers
import sources


def layer_of(path):
    """The innermost layer that contains the file, or None."""
    around = (parent.as_posix() for parent in PurePosixPath(path).parents)
    return next((folder for folder in around if folder in layers.LAYERS), None)


def _place(found):
    return f"{found.file}:{found.line}"


def _layered_files(root):
    return [path for top in layers.ROOTS for path in sources.cpp_files(root, top)]


def _target_of_include(root, reference):
    """The file of the project that an #include means, or None when it is not one of ours."""
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(reference.file), reference.name))
    candidates = [beside] + [f"{top}/{reference.name}" for top in layers.ROOTS] + [reference.name]
    for candidate in candidates:
        if (Path(root) / candidate).is_file():
            return candidate
    return next((candidate for candidate in candidates[1:] if layer_of(candidate) not in (None, *layers.ROOTS)), None)


def folders_are_layers(root):
    """Every folder of server/ and app/ is a layer of the table."""
    folders = {posixpath.dirname(path) for path in _layered_files(root) if _is_outside_layers(path)}
    return [f"{folder}: is not a layer; add it to tests/architecture/layers.py" for folder in sorted(folders)]


def _is_outside_layers(path):
    layer = layer_of(path)
    return layer is None or (layer in layers.ROOTS and posixpath.dirname(path) != layer)


def includes_point_down(root):
    """A file includes only files of its own layer and of those that its layer may use."""
    broken = []
    for path in _layered_files(root):
        layer = layer_of(path)
        for reference in sources.includes(root, path):
            target = _target_of_include(root, reference)
            used = layer_of(target) if target else None
            if layer and used and used != layer and used not in layers.LAYERS[layer]:
                broken.append(f"{_place(reference)}: {layer} must not include {reference.name}, which is in {used}")
    return broken


def restricted_names_stay_where_they_belong(root):
    """Sockets, SQL and the like are named only in the layers that are made for them."""
    broken = []
    for path in _layered_files(root):
        layer = layer_of(path)
        for what, pattern, allowed in layers.RESTRICTED:
            if layer not in allowed:
                broken += [
                    f"{_place(reference)}: {reference.name}: {what} belong in {', '.join(sorted(allowed))}"
                    for reference in _uses(root, path, pattern)
                ]
    return broken


def pure_layers_stay_pure(root):
    """Codecs use QtCore's values and the standard library, and nothing with a thread, a file or a socket."""
    broken = []
    for path in _layered_files(root):
        if layer_of(path) in layers.PURE_LAYERS:
            uses = _uses(root, path, layers.IMPURE) + _foreign_headers(root, path)
            broken += [f"{_place(use)}: {use.name}: {layer_of(path)} is for values and pure functions" for use in uses]
    return broken


def _uses(root, path, pattern):
    """Includes whose header (without a Qt module before it) matches, and identifiers that do."""
    whole = re.compile(rf"(Qt\w+/)?({pattern})")
    included = [reference for reference in sources.includes(root, path) if whole.fullmatch(reference.name)]
    return included + sources.identifiers(root, path, pattern)


def _foreign_headers(root, path):
    allowed = re.compile(r"[a-z_0-9]+|(QtCore/)?Q[A-Z]\w*|(QtCore/)?q\w+\.h|QtCore")
    return [
        reference
        for reference in sources.includes(root, path)
        if _target_of_include(root, reference) is None
        and not reference.name.startswith("protocol/")
        and not allowed.fullmatch(reference.name)
    ]


def libraries_link_downwards(root):
    """A library links only libraries of layers that its own layer may use, and the Qt modules named for it."""
    commands = [command for top in layers.ROOTS for command in sources.cmake_commands(root, top)]
    home = {
        _library_name(command.words[0]): layer_of(command.file)
        for command in commands
        if command.name in ("confab_add_library", "add_library", "qt_add_library", "qt_add_qml_module")
    }
    broken = []
    for command in commands:
        if command.name in ("confab_add_library", "target_link_libraries"):
            layer = layer_of(command.file)
            broken += [
                f"{_place(command)}: {layer} must not link {word}"
                for word in command.words[1:]
                if layer and not _may_link(layer, word, home)
            ]
    return broken


def _library_name(word):
    return re.sub(r"^confab(::|_)", "", word)


def _may_link(layer, word, home):
    """Whether a word of a link list is harmless. `home` tells in which layer each library is defined."""
    module = re.fullmatch(r"Qt6?::(\w+?)(Private)?", word)
    if module:
        return module[1] in _qt_modules(layer)
    used = home.get(_library_name(word))
    return used in (None, layer) or used in layers.LAYERS[layer]


def _qt_modules(layer):
    """The modules listed for the layer, or for the layer around it."""
    while layer not in layers.QT_MODULES:
        layer = layer_of(layer)
    return layers.QT_MODULES[layer]


def qml_imports_point_down(root):
    """theme <- components <- pages <- Main.qml: a QML file imports only folders below its own, or beside it."""
    modules = _qml_modules(root)
    broken = []
    for path in sources.files_below(root, "qml"):
        if path.endswith(".qml"):
            for reference in sources.qml_imports(root, path):
                folder = _imported_folder(reference, modules)
                if folder and _qml_rank(folder + "/") > _qml_rank(path):
                    broken.append(f"{_place(reference)}: must not import {reference.name}, which is above it")
    return broken


def _qml_modules(root):
    """The QML modules that CMake makes of folders of qml/: URI -> folder."""
    modules = {}
    for command in sources.cmake_commands(root, "qml"):
        if command.name == "qt_add_qml_module" and "URI" in command.words:
            modules[command.words[command.words.index("URI") + 1]] = posixpath.dirname(command.file)
    return modules


def _imported_folder(reference, modules):
    if reference.name.startswith('"'):
        return posixpath.normpath(posixpath.join(posixpath.dirname(reference.file), reference.name.strip('"')))
    return modules.get(reference.name)


def _qml_rank(path):
    parts = path.split("/")
    if parts[0] != "qml":
        return -1
    return layers.QML_ORDER.index(parts[1]) if parts[1] in layers.QML_ORDER else len(layers.QML_ORDER)


def files_are_short(root):
    """No file of code is longer than 400 lines."""
    broken = []
    for path in sources.code_files(root):
        count = len(sources.read(root, path).splitlines())
        if count > layers.MAXIMUM_LINES:
            broken.append(
                f"{path}: has {count} lines, more than {layers.MAXIMUM_LINES}. Look for the second thing inside it and "
                "give that a file and a name of its own"
            )
    return broken


def names_say_something(root):
    """No file or folder is called after a word that fits everything."""
    ending = re.compile(rf"({'|'.join(layers.EMPTY_WORDS)})$")
    broken = []
    for path in sources.code_files(root):
        for part in Path(path).with_suffix("").parts:
            words = re.split(r"[-_.]", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", part).lower())
            if any(word in layers.EMPTY_WORDS for word in words) or ending.search(words[-1]):
                broken.append(f"{path}: '{part}' says nothing; name it after what it does")
    return broken


def headers_have_pragma_once(root):
    """A header starts with #pragma once, comments aside."""
    headers = [path for path in sources.code_files(root) if path.endswith(".h")]
    return [
        f"{path}: does not start with #pragma once"
        for path in headers
        if not sources.without_comments(sources.read(root, path)).lstrip().startswith("#pragma once")
    ]


ALL = [
    folders_are_layers,
    includes_point_down,
    restricted_names_stay_where_they_belong,
    pure_layers_stay_pure,
    libraries_link_downwards,
    qml_imports_point_down,
    files_are_short,
    names_say_something,
    headers_have_pragma_once,
]
