"""Read what a place says of the options of aids.

Layer 2. Faults: DP102 to DP105, DP110.
"""

from __future__ import annotations

from typing import Final, get_args

from decisionaid.model.place import Here, LocalAid, LocalOption, Provider
from decisionaid.read.head import yaml_tree
from decisionaid.read.head.head_group import Group
from decisionaid.read.ledger import quoted
from decisionaid.read.place import keys
from decisionaid.read.place.faults import BAD_VALUE

OPTION: Final = ("here", "say", "contact", "choice", "providers", "services", "checked")
PROVIDER: Final = ("name", "postcode", "travel", "phone", "wait")
_IN_OPTION: Final = (*keys.EVIDENCE, "name", "wait", "kind", "effect", "chance")
_MOST: Final = 20


def read_aids(place: Group) -> tuple[LocalAid, ...]:
    """Return what is said of each aid, in the order in which it is written."""
    found: list[LocalAid] = []
    for key, node in place.each("aids", "knee-osteoarthritis: {...}")[:200]:
        path = ("aids", len(found))
        place.ledger.spans.put(path, key.span)
        made = keys.own_id(place.ledger, key, "aid")
        if not isinstance(node, yaml_tree.Mapping):
            _not_a_group(place, key, "write below it a line '    its-option: {here: yes}'")
            continue
        group = Group(place.ledger, node, path, f"the aid '{made}'")
        keys.refuse_evidence(group)
        options = tuple(
            option
            for number, (name, inner) in enumerate(group.left()[:100])
            if (option := _option(group, (*path, "options", number), name, inner))
        )
        found.append(LocalAid(aid=made, options=options))
    return tuple(found)


def _option(
    aid: Group, path: tuple[str | int, ...], key: yaml_tree.Leaf, node: yaml_tree.Node
) -> LocalOption | None:
    aid.ledger.spans.put(path, key.span)
    made = keys.own_id(aid.ledger, key, "option")
    if not isinstance(node, yaml_tree.Mapping):
        _not_a_group(aid, key, f"write '{made}: {{here: yes}}'")
        # With the option, so that what follows keeps its place.
        return LocalOption(option=made)
    group = Group(aid.ledger, node, path, f"the option '{made}'")
    group.need(("here",), "yes")
    choice = group.choice("choice", ("yes", "no")) == "yes"
    found = LocalOption(
        option=made,
        say=keys.line(group, "say"),
        contact=keys.named(group, "contact"),
        choice=choice,
        providers=_providers(group, path),
        services=tuple(dict.fromkeys(leaf.text.strip()[:64] for leaf in _ids(group, "services"))),
        checked=group.date("checked"),
        here=group.choice("here", get_args(Here)) or "ask",  # type: ignore[arg-type]
    )
    keys.refuse_evidence(group, _IN_OPTION)
    group.done(OPTION)
    return found


def _ids(group: Group, key: str) -> list[yaml_tree.Leaf]:
    return [
        leaf
        for leaf in keys.many(group, key, _MOST)
        if keys.own_id(group.ledger, leaf, "service") == leaf.text
    ]


def _providers(group: Group, path: tuple[str | int, ...]) -> tuple[Provider, ...]:
    node = group.node("providers")
    if node is None:
        return ()
    if not isinstance(node, yaml_tree.Sequence) or len(node.items) > _MOST:
        fix = f"write at most {_MOST} lines such as '- {{name: Example Hospital, wait: not known}}'"
        group.bad("providers", None, node.span, "'providers' is not a list of that form", fix)
        return ()
    found: list[Provider] = []
    for item in node.items:
        here = (*path, "providers", len(found))
        group.ledger.spans.put(here, item.span)
        if not isinstance(item, yaml_tree.Mapping):
            fix = "write '- {name: Example Hospital, wait: not known}'"
            message = "this provider is not written as a group of keys"
            group.bad("providers", None, item.span, message, fix)
            continue
        inner = Group(group.ledger, item, here, "a provider")
        inner.need(("name",))
        found.append(
            Provider(
                name=keys.line(inner, "name"),
                postcode=keys.line(inner, "postcode", most=keys.FEW),
                travel=keys.line(inner, "travel"),
                phone=keys.phone(inner),
                wait=keys.wait(inner),
            )
        )
        keys.refuse_evidence(inner, (*keys.EVIDENCE, "quality", "stars"))
        inner.done(PROVIDER)
    return tuple(found)


def _not_a_group(group: Group, key: yaml_tree.Leaf, fix: str) -> None:
    group.ledger.fault(BAD_VALUE, key.span, f"nothing is said of {quoted(key.text)}", fix)
