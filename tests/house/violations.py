"""Finds breaches of the house rules in a source tree; the tests run it on ours and on planted ones."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

# Reaching the network takes one of these.
_NETWORK = {"socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "ftplib",
            "smtplib", "telnetlib", "asyncio", "socketserver", "xmlrpc", "websockets", "uvicorn"}  # fmt: skip
_DATABASE = {"sqlite3", "sqlcipher3", "duckdb", "apsw", "sqlalchemy"}
# Bulk work on keys of names, in a folder of its own that is gone afterwards: no project file is opened there.
_BULK = "muster/link/large.py"
_SQL = re.compile(
    r"^\s*(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX"
    r"|TRIGGER|VIEW|VIRTUAL)|DROP\s+(TABLE|INDEX)|PRAGMA\s+\w+|ALTER\s+TABLE|VACUUM|ATTACH)\b",
    re.IGNORECASE | re.DOTALL,
)


def floors(pyproject: Path) -> dict[str, int]:
    """Package → height; two packages of one height never import each other."""
    table = tomllib.loads(pyproject.read_text("utf-8"))["tool"]["muster"]["floors"]
    order = list(reversed(table["order"]))
    return {room: order.index(floor) for floor in order for room in table[floor]}


def _imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield f"<relative>.{node.module or ''}", node.lineno
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module") and node.args:
            argument = node.args[0]
            if isinstance(argument, ast.Constant):
                yield str(argument.value), node.lineno


def _modules(package: Path) -> Iterator[tuple[str, Path, ast.AST]]:
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).parts
        room = parts[0].removesuffix(".py")
        yield room, path, ast.parse(path.read_text("utf-8"), filename=str(path))


def floor_breaches(package: Path, heights: dict[str, int]) -> list[str]:
    """Imports that go up, go sideways, are relative, or come from a room without a floor."""
    found = []
    for room, path, tree in _modules(package):
        if room in ("__init__", "__main__"):  # the name of the package, and the door
            continue
        if room not in heights:
            found.append(f"{path}: the room {room!r} has no floor in pyproject.toml")
            continue
        for name, line in _imports(tree):
            if name.startswith("<relative>"):
                found.append(f"{path}:{line}: relative import; say the room's name")
            if not name.startswith("muster."):
                continue
            other = name.split(".")[1]
            if other.startswith("__") or other == room:
                continue
            if other not in heights:
                found.append(f"{path}:{line}: imports {name}, which has no floor")
            elif heights[other] > heights[room]:
                found.append(f"{path}:{line}: {room} imports {other}, which is above it")
            elif heights[other] == heights[room]:
                found.append(f"{path}:{line}: {room} imports {other}, which is beside it")
    return found


def sql_breaches(package: Path) -> list[str]:
    """SQL, or a database driver, outside the store."""
    found = []
    for room, path, tree in _modules(package):
        if room in ("store", "vault"):
            continue
        for name, line in _imports(tree):
            if name == "duckdb" and path.as_posix().endswith(_BULK):
                continue
            if name.split(".")[0] in _DATABASE:
                found.append(f"{path}:{line}: imports {name}; only the store opens project files")
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _SQL.match(node.value):
                found.append(f"{path}:{node.lineno}: SQL outside the store")
    return found


# A language model that a person names: off by default.
# The watch, whose command's name says that it asks sites: one module of it speaks to the network.
_DOORS = ("workflows/endpoint.py", "workflows/watch/wire.py")
# The vault's process is asked through a file of this machine; these names of socket lead no further.
# The desk in the browser: the server of this one module listens on 127.0.0.1.
_LISTENS = "web/serve.py"
_LOCAL, _LOCALLY = "vault/line.py", {"socket", "AF_UNIX", "SOCK_STREAM", "SOL_SOCKET", "SO_PEERCRED",
                                     "send_fds", "recv_fds"}  # fmt: skip


def _socket_names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """What a module uses of ``socket``; a name imported from it counts too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "socket":
            yield node.attr, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module == "socket":
            yield "*", node.lineno


def socket_breaches(package: Path) -> list[str]:
    """Modules that could reach the network, but for the two that may."""
    found = []
    for _room, path, tree in _modules(package):
        if str(path).endswith(_DOORS):
            continue
        if str(path).endswith(_LOCAL):
            found += [
                f"{path}:{line}: socket.{name}" for name, line in _socket_names(tree) if name not in _LOCALLY
            ]
            continue
        for name, line in _imports(tree):
            head = name.split(".")[0]
            if str(path).endswith(_LISTENS) and head == "uvicorn":
                continue
            two = ".".join(name.split(".")[:2])
            if head in _NETWORK or two in _NETWORK:
                found.append(f"{path}:{line}: imports {name}; nothing here may reach the network")
    return found


# Of bytes only the ten of ASCII are digits.
_OF_BYTES = "workflows/watch/wire.py"


def digit_breaches(package: Path) -> list[str]:
    """Calls of ``isdigit``: "²" is a digit by it, and no ``int`` reads that."""
    return [
        f"{path}:{node.lineno}: isdigit; int() fails on some that it lets pass, ask isdecimal"
        for _room, path, tree in _modules(package)
        if not str(path).endswith(_OF_BYTES)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("isdigit", "isnumeric")
    ]
