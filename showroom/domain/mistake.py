"""What is wrong in a deliberate mistake? One respect in which sample premises are changed, and the requirement that breaks.

The premises with the change are a plan and an application like any other: the check must miss the requirement named, and its
twins, and nothing else that the exemplary premises meet.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeVar

from pydantic import Field

from showroom.domain.application import Application
from showroom.domain.document import Document
from showroom.domain.plan import Fixture, Identifier, Opening, Plan, Storey
from showroom.domain.relative_path import RelativePath
from showroom.domain.text import Text
from showroom.domain.vector import Vector

Value = TypeVar("Value", bound=Document)

_KINDS = ("walls", "openings", "spaces", "fixtures", "columns", "stairs")
_MOST = 200


class Mistake(Document):
    """The premises with one thing wrong, shown on a key point's card beside the right ones."""

    id: Identifier
    title: Text
    text: Text
    """What one sees, and what it leads to."""
    hotspot: Identifier
    breaks: Identifier
    """The requirement it misses, an id of the register."""
    twins: tuple[Identifier, ...] = ()
    """Other requirements that the same thing misses."""
    permit: str | None = None
    """The permit whose check finds it; the scene's first where absent."""
    changes: Annotated[dict[Identifier, dict[str, Any]], Field(max_length=_MOST)] = Field(default_factory=dict)
    """New values of the plan's things, by id and name of the value."""
    removes: Annotated[tuple[Identifier, ...], Field(max_length=_MOST)] = ()
    openings: Annotated[tuple[Opening, ...], Field(max_length=_MOST)] = ()
    """Openings added to the storey that has their wall."""
    fixtures: Annotated[tuple[Fixture, ...], Field(max_length=_MOST)] = ()
    """Fixtures added, to `storey` or the first one."""
    storey: Identifier | None = None
    declares: dict[str, Any] = Field(default_factory=dict)
    """New values of the application, by key (`premises.own_exit`)."""
    eye: Vector | None = None
    look: Vector | None = None
    """Where the pair of pictures is taken from; the key point's viewpoint where absent."""
    right: RelativePath | None = None
    wrong: RelativePath | None = None

    def applied(self, plan: Plan, application: Application) -> tuple[Plan, Application]:
        """Return the premises with the mistake.

        Raises:
            ValueError: where it names a thing, a storey or a key that is not there, or a value that does not fit.
        """
        unknown = {*self.changes, *self.removes} - set(_ids(plan))
        if unknown:
            raise ValueError(f'mistake "{self.id}" names {", ".join(sorted(unknown))}, which the plan does not have')
        storeys = tuple(self._storey(storey, first=storey is plan.storeys[0]) for storey in plan.storeys)
        added = sum(len(storey.openings) for storey in storeys) - sum(len(self._kept(storey.openings)) for storey in plan.storeys)
        if added != len(self.openings):
            raise ValueError(f'mistake "{self.id}" adds an opening to a wall the plan does not have')
        if self.storey is not None and self.storey not in {storey.id for storey in plan.storeys}:
            raise ValueError(f'mistake "{self.id}" names storey "{self.storey}", which the plan does not have')
        return plan.revise(storeys=storeys), self._declared(application)

    def _storey(self, storey: Storey, *, first: bool) -> Storey:
        things = {kind: tuple(map(self._changed, self._kept(getattr(storey, kind)))) for kind in _KINDS}
        things["openings"] += tuple(opening for opening in self.openings if opening.wall in storey.wall_of)
        things["fixtures"] += self.fixtures if storey.id == self.storey or (self.storey is None and first) else ()
        return storey.revise(**{**things, **self.changes.get(storey.id, {})})

    def _kept(self, things: tuple[Value, ...]) -> tuple[Value, ...]:
        return tuple(thing for thing in things if getattr(thing, "id", None) not in self.removes)

    def _changed(self, thing: Document) -> Document:
        changes = self.changes.get(getattr(thing, "id", ""), {})
        return thing.revise(**changes) if changes else thing

    def _declared(self, application: Application) -> Application:
        for key, value in self.declares.items():
            application = _with(application, key.split("."), value, self.id)
        return application


def _ids(plan: Plan) -> Iterator[str]:
    for storey in plan.storeys:
        yield storey.id
        yield from (thing.id for kind in _KINDS for thing in getattr(storey, kind))


def _with(document: Value, keys: list[str], value: object, name: str) -> Value:
    first, *rest = keys
    if first not in type(document).model_fields:
        raise ValueError(f'mistake "{name}" declares "{first}", which an application does not have')
    held = getattr(document, first)
    if rest and isinstance(held, Document):
        value = _with(held, rest, value, name)
    elif rest and isinstance(held, Mapping):
        value = {**held, ".".join(rest): value}
    elif rest:
        raise ValueError(f'mistake "{name}" declares "{first}.{rest[0]}", which an application does not have')
    return document.revise(**{first: value})
