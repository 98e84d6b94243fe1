"""The applicant's window. `run` opens it; importing this package loads nothing of Qt."""

from pathlib import Path


def run(
    scene_id: str | None = None,
    permit_id: str | None = None,
    language: str | None = None,
    windowed: bool = False,
    size: tuple[int, int] | None = None,
    config_path: Path | None = None,
    watched: bool = True,
) -> int:
    """Open the kiosk and return its exit status when it is closed; what is given here goes before what the hall's file says.

    Full screen it runs under the watchdog, which starts it again after a crash; `watched=False` runs it in this process.

    Raises:
        InputError: the file has mistakes, or there is no such scene or permit.
        NotAvailableError: this machine has no display.
    """
    from showroom.app.kiosk_file import read_config

    config = read_config(config_path)
    given = {"scene_id": scene_id, "permit_id": permit_id, "language": language, "windowed": windowed or None, "size": size}
    config = config.revise(**{key: value for key, value in given.items() if value is not None})
    if watched and config.watchdog and config.full_screen:
        from showroom.app.kiosk.watchdog import watch

        return watch(_arguments(scene_id, permit_id, language, config_path), config.state)
    from showroom.app.kiosk.opening import open_kiosk

    return open_kiosk(config)


def _arguments(scene_id: str | None, permit_id: str | None, language: str | None, config_path: Path | None) -> list[str]:
    """Return what the watched process is to be told of what was given here."""
    given = {"--scene": scene_id, "--permit": permit_id, "--lang": language, "--config": config_path}
    return [word for name, value in given.items() if value is not None for word in (name, str(value))]
