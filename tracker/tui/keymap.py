"""Keys that a person chose: `keys.toml` in the data folder, action by action (`hearing = "H"`).

A file that can't be read, an action we don't know and a key given to two actions of one screen are
reported at the start; the keys that clash keep their own meaning.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from tracker.tui.actions import ACTIONS, BY_ID, EVERYWHERE, Action

FILE = "keys.toml"


def read(folder: Path) -> tuple[dict[str, str], list[str]]:
    """Return action to keys as chosen, and what is wrong with the file, one line each."""
    path = folder / FILE
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return {}, [f"{FILE} can't be read: {error}"]
    return checked(said)


def checked(said: dict[str, object]) -> tuple[dict[str, str], list[str]]:
    """Return the keys that may stand, and why the others may not."""
    chosen: dict[str, str] = {}
    faults = []
    for id_, keys in said.items():
        if id_ not in BY_ID:
            faults.append(f"{FILE}: there is no action {id_!r}; known: {', '.join(BY_ID)}")
        elif not isinstance(keys, str) or not keys.strip():
            faults.append(f'{FILE}: {id_}: write its keys as text, as in {id_} = "{BY_ID[id_].key}"')
        else:
            chosen[id_] = keys.strip()
    for id_, keys in list(chosen.items()):
        for key in keys.split(","):
            other = _taken(BY_ID[id_], key, chosen)
            if other is not None and id_ in chosen:
                faults.append(f"{FILE}: {id_}: {key!r} is the key of {other.id} on the same screen")
                del chosen[id_]
    return chosen, faults


def _taken(action: Action, key: str, chosen: dict[str, str]) -> Action | None:
    """Return another action that the key means on a screen of this one."""
    for other in ACTIONS:
        if other is action or not _meet(action, other):
            continue
        if key in chosen.get(other.id, other.key).split(","):
            return other
    return None


def _meet(one: Action, other: Action) -> bool:
    everywhere = EVERYWHERE in one.where or EVERYWHERE in other.where
    return everywhere or bool(set(one.where) & set(other.where))
