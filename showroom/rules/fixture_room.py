"""Does a device (an X-ray unit) stand in a room of its own?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.domain.text import Text
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, ask, held, listed, missed, not_applicable, phrase, points, to_confirm
from showroom.rules.parameters import Kinds, Uses
from showroom.rules.registry import rule


@rule("fixture-room")
def fixture_room(case: Case, *, fixtures: Kinds, rooms: Uses) -> Iterator[Measurement]:
    """Every such device stands in a room of these uses; none drawn: the application says whether there is one."""
    devices = case.fixtures_of(frozenset(fixtures))
    kinds = listed([case.kind_name(kind) for kind in fixtures])
    if not devices:
        yield _undrawn(case, kinds, rooms)
        return
    hosts = {device.id: case.layout.space_of(device.id) for device in devices}
    witness = points([device.at for device in devices])
    astray = [host for host in hosts.values() if host is None or case.layout.space(host).use not in rooms]
    doubtful = [host for host in astray if host is None or case.is_unrecognised(host)]
    if len(astray) > len(doubtful):
        named = listed([case.space_name(host) for host in dict.fromkeys(astray) if host is not None])
        text = phrase(
            "{kinds}设在{spaces}，没有独立的机房。", "{kinds} in {spaces}, not in a room of its own.", kinds=kinds, spaces=named
        )
        yield missed(text, causing=list(hosts), witness=witness)
    elif doubtful:
        text = phrase("请确认{kinds}所在的房间。", "Confirm which room the {kinds} is in.", kinds=kinds)
        causing = [host for host in doubtful if host is not None] or list(hosts)
        yield to_confirm(text, Reason.FACT_MISSING, causing=causing, witness=witness)
    else:
        yield held(
            phrase("{kinds}有独立的机房。", "{kinds} has a room of its own.", kinds=kinds),
            relies_on=sorted(set(filter(None, hosts.values()))),
        )


def _undrawn(case: Case, kinds: Text, rooms: Uses) -> Measurement:
    imaging = case.application.clinic.imaging
    if imaging is None:
        return ask("clinic.imaging")
    if not imaging:
        return not_applicable(phrase("没有影像设备。", "There is no imaging."))
    text = phrase(
        "申报有影像设备，图上没有画。若是{kinds}，要有独立机房，请确认。",
        "Imaging is declared but not drawn. {kinds} needs a room of its own; please confirm.",
        kinds=kinds,
    )
    return to_confirm(text, Reason.DRAWING_SILENT, causing=[space.id for space in case.spaces_of(rooms)])
