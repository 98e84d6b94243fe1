"""The applicant's window. `run` opens it; importing this package loads nothing of Qt."""


def run(
    scene_id: str | None = None,
    permit_id: str | None = None,
    language: str = "zh_CN",
    windowed: bool = False,
    size: tuple[int, int] | None = None,
) -> int:
    """Open the kiosk and return its exit status when it is closed.

    Raises:
        InputError: there is no such scene or permit.
        NotAvailableError: this machine has no display.
    """
    from showroom.app.kiosk.opening import open_kiosk
    from showroom.app.kiosk_config import KioskConfig

    config = KioskConfig.model_validate(
        {"scene_id": scene_id, "permit_id": permit_id, "language": language, "windowed": windowed, "size": size}
    )
    return open_kiosk(config)
