"""Changes to ministack's own code that stop when that code is not the one they were written for."""

import inspect
import textwrap
from types import ModuleType
from typing import Any

VERSION = "1.5.33"


class Refused(Exception):
    """A reason not to start, written for the person who started it."""


def rewrite(owner: ModuleType | type, name: str, *changes: tuple[str, str]) -> None:
    """Replace fragments in the source of one function or method, each of which must be there exactly once."""
    original = vars(owner).get(name)
    if original is None:
        raise _different(owner, name, "it is not there")
    source = textwrap.dedent(inspect.getsource(original))
    for old, new in changes:
        source = replaced(source, old, new, f"{owner.__name__}.{name}")
    home = inspect.getmodule(original)
    made: dict[str, Any] = {}
    exec(compile(source, f"<{owner.__name__}.{name}, corrected>", "exec"), vars(home), made)
    setattr(owner, name, made[name])


def wrap(owner: ModuleType | type, name: str, wrapper: Any, parameters: str) -> None:
    """Put a wrapper around a function whose parameters must be the ones named."""
    original = vars(owner).get(name)
    found = str(inspect.signature(original)) if callable(original) else "nothing"
    if original is None or ", ".join(inspect.signature(original).parameters) != parameters:
        raise _different(owner, name, f"its parameters should be ({parameters}), found {found}")
    wrapped = wrapper(original)
    # So that another one finds the function that it was written for.
    wrapped.__signature__ = inspect.signature(original)
    setattr(owner, name, wrapped)


def replaced(text: str, old: str, new: str, where: str) -> str:
    """The text with its only occurrence of a fragment replaced."""
    if text.count(old) != 1:
        raise Refused(
            f"{where} is not what ministack {VERSION} has ({text.count(old)} times: {old.strip().splitlines()[0]!r}). "
            f"Install exactly that version: npm run setup"
        )
    return text.replace(old, new)


def _different(owner: ModuleType | type, name: str, how: str) -> Refused:
    return Refused(f"{owner.__name__}.{name} is not what ministack {VERSION} has: {how}. Run npm run setup")
