"""Reads the project's files: which there are, what they include and what their CMake targets link."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

SKIPPED_FOLDERS = {".git", "build", "node_modules", "corpus", "__pycache__"}
CODE_SUFFIXES = {".h", ".inl", ".cpp", ".qml", ".js", ".mjs", ".py", ".sh"}
SCRIPTS_WITHOUT_SUFFIX = {"dev"}


@dataclass(frozen=True)
class Reference:
    """A name that a file uses, and where."""

    file: str
    line: int
    name: str


def files_below(root, folder="."):
    """Paths relative to root, with forward slashes, of every file that people wrote."""
    found = []
    for parent, folders, names in os.walk(Path(root) / folder):
        folders[:] = sorted(name for name in folders if name not in SKIPPED_FOLDERS)
        found += [(Path(parent) / name).relative_to(root).as_posix() for name in sorted(names)]
    return found


def code_files(root):
    return [
        path
        for path in files_below(root)
        if Path(path).suffix in CODE_SUFFIXES or Path(path).name in SCRIPTS_WITHOUT_SUFFIX
    ]


def cpp_files(root, folder):
    return [path for path in files_below(root, folder) if Path(path).suffix in {".h", ".inl", ".cpp"}]


def read(root, path):
    return (Path(root) / path).read_text(encoding="utf-8", errors="replace")


_COMMENT_OR_LITERAL = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|' r"(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'", re.DOTALL
)
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]', re.MULTILINE)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    return _COMMENT_OR_LITERAL.sub(lambda m: _blank(m[0]) if m[0].startswith("/") else m[0], text)


def _references(path, text, pattern):
    return [Reference(path, text.count("\n", 0, m.start(1)) + 1, m[1]) for m in pattern.finditer(text)]


def includes(root, path):
    """Every #include of a C++ file, in both forms."""
    return _references(path, without_comments(read(root, path)), _INCLUDE)


def identifiers(root, path, pattern):
    """Every identifier of a C++ file that matches the pattern as a whole, outside comments and literals."""
    text = _COMMENT_OR_LITERAL.sub(lambda m: _blank(m[0]), _INCLUDE.sub(lambda m: _blank(m[0]), read(root, path)))
    return _references(path, text, re.compile(rf"\b({pattern})\b"))


def qml_imports(root, path):
    """Every import of a QML file: a module's name or a folder in quotes."""
    pattern = re.compile(r'^[ \t]*import[ \t]+("[^"\n]+"|[A-Za-z][\w.]*)', re.MULTILINE)
    return _references(path, without_comments(read(root, path)), pattern)


@dataclass(frozen=True)
class CMakeCommand:
    file: str
    line: int
    name: str
    words: tuple


def cmake_commands(root, folder):
    """The commands of every CMakeLists.txt below a folder, each with its words."""
    pattern = re.compile(r"(\w+)\s*\(((?:[^()]|\([^()]*\))*)\)")
    commands = []
    for path in files_below(root, folder):
        if Path(path).name == "CMakeLists.txt":
            text = re.sub(r"#[^\n]*", "", read(root, path))
            commands += [
                CMakeCommand(path, text.count("\n", 0, m.start()) + 1, m[1], tuple(m[2].split()))
                for m in pattern.finditer(text)
            ]
    return commands
