"""What does a visitor press? One button that paints itself: icon and wrapped words, at least a finger wide, with a visible focus.

Qt's own push button neither wraps its words nor grows with them; this one does, so that large print and a longer language never
clip.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from showroom.app.icons import paint_icon
from showroom.app.theme import BODY, CAPTION, TARGET, Look

Kind = Literal["primary", "secondary", "quiet", "choice", "segment", "overlay", "row"]


@dataclass(frozen=True)
class _Face:
    """Roles of ground, words and border, when off and when checked."""

    ground: str | None
    words: str
    border: str | None = None
    checked_ground: str | None = None
    checked_words: str | None = None


_FACES: dict[str, _Face] = {
    "primary": _Face("accent", "on_accent", None),
    "secondary": _Face("surface_raised", "accent", "accent", "accent", "on_accent"),
    "quiet": _Face(None, "text", None, "accent_soft", "accent"),
    "choice": _Face("surface_raised", "text", "line", "accent", "on_accent"),
    "segment": _Face(None, "text", None, "accent", "on_accent"),
    "overlay": _Face("surface_raised", "text", "line", "accent", "on_accent"),
    "row": _Face("surface_raised", "text", "line", "accent_soft", "text"),
}
_WRAP = Qt.TextFlag.TextWordWrap


class TouchButton(QAbstractButton):
    """A button with an icon, words, or both. `note` is a second, smaller line below the words."""

    def __init__(
        self,
        look: Look,
        words: str = "",
        *,
        icon: str = "",
        kind: Kind = "secondary",
        note: str = "",
        name: str = "",
        size: int = BODY,
        bold: bool = True,
        stacked: bool = False,
        trailing: str = "",
        icon_role: str = "",
        badge: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.icon_name, self.kind, self.note = look, icon, kind, note
        self.trailing, self.stacked, self._align, self._icon_role = trailing, stacked, align, icon_role
        self._font = look.font(size, bold=bold)
        self._note_font = look.font(CAPTION)
        self._badge, self._ring = badge, False
        self.setText(words)
        self.setAccessibleName(name or " ".join(filter(None, (words, note))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(look.px(TARGET), look.px(TARGET))

    # -- size ------------------------------------------------------------------------------------------------
    def sizeHint(self) -> QSize:
        """Return the size at which the words stand on one line, or on lines of about 20 characters."""
        wide = self._furniture() + self._words_size(self.look.px(460)).width() + self.look.px(4)
        wide = max(wide, self.minimumWidth())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least size that clips nothing: the longest word, wrapped."""
        longest = max((QFontMetrics(self._font).horizontalAdvance(word) for word in _unbreakable(self.text())), default=0)
        wide = max(self.minimumWidth(), self._furniture() + longest + self.look.px(4))
        return QSize(wide, self.look.px(TARGET))

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower button is a taller one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the wrapped words need."""
        words = self._words_size(max(1, width - self._furniture())).height()
        if self.stacked:
            words += self._icon_side() + self.look.px(6)
        return max(self.look.px(TARGET), self.minimumHeight(), words + 2 * self.look.px(10 if words > self.look.px(40) else 6))

    def _icon_side(self) -> int:
        return self.look.px((72 if self._badge else 30) if self.icon_name else 0)

    def _gap(self) -> int:
        return self.look.px(20 if self._badge else 12)

    def _pad(self) -> int:
        return self.look.px(12 if self.stacked or not self.text() or self.kind in ("segment", "quiet") else 20)

    def _furniture(self) -> int:
        """Width taken by padding and icons."""
        used = 2 * self._pad()
        if self.icon_name and not self.stacked:
            used += self._icon_side() + (self._gap() if self.text() else 0)
        return used + (self.look.px(36) if self.trailing else 0)

    def _words_size(self, width: int) -> QSize:
        box = QRect(0, 0, width, 10_000)
        words = QFontMetrics(self._font).boundingRect(box, _WRAP, self.text()) if self.text() else QRect()
        note = QFontMetrics(self._note_font).boundingRect(box, _WRAP, self.note) if self.note else QRect()
        return QSize(max(words.width(), note.width()), words.height() + note.height())

    def set_icon(self, icon: str) -> None:
        """Show another icon of the same size."""
        self.icon_name = icon
        self.update()

    @property
    def ringed(self) -> bool:
        """Whether the focus ring is shown."""
        return self._ring

    # -- behaviour -------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as well as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by keyboard, not by a finger."""
        self._ring = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._ring = False
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew when enabled or disabled."""
        self.update()
        super().changeEvent(event)

    # -- painting --------------------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, words and, when it is there, the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self._paint_ground(painter)
        self._paint_content(painter, words)
        if self._ring and self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self.look, self._radius())
        painter.end()

    def _radius(self) -> float:
        return self.look.px(12)

    def _paint_ground(self, painter: QPainter) -> QColor:
        face, look = _FACES[self.kind], self.look
        checked = self.isChecked()
        ground = face.checked_ground if checked else face.ground
        words = face.checked_words if checked and face.checked_words else face.words
        if self.isDown():
            ground = {"accent": "accent_pressed"}.get(ground or "", "accent_soft")
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(look.color(face.border), look.px(2)) if face.border and not checked else Qt.PenStyle.NoPen)
        if checked and self.kind == "row":
            painter.setPen(QPen(look.color("accent"), look.px(3)))
        if ground or face.border:
            painter.setBrush(look.color(ground) if ground else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, self._radius(), self._radius())
        if not self.isEnabled():
            faded = look.color("muted", 150)
            if self.kind == "primary":
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("line"))
                painter.drawRoundedRect(box, self._radius(), self._radius())
                return look.color("text", 170)
            return faded
        return look.color(words)

    def _paint_content(self, painter: QPainter, color: QColor) -> None:
        look, pad, side = self.look, self._pad(), self._icon_side()
        box = self.rect().adjusted(pad, 0, -pad, 0)
        if self.trailing:
            end = QRectF(box.right() - look.px(24), box.center().y() - look.px(12), look.px(24), look.px(24))
            paint_icon(painter, self.trailing, end, color)
            box.adjust(0, 0, -look.px(36), 0)
        icon_color = look.color(self._icon_role) if self._icon_role and self.isEnabled() and not self.isDown() else color
        if self.stacked:
            words = self._words_size(box.width())
            top = (self.height() - side - look.px(6) - words.height()) // 2
            paint_icon(painter, self.icon_name, QRectF(box.center().x() - side / 2 + 0.5, top, side, side), icon_color)
            self._paint_words(painter, QRect(box.left(), top + side + look.px(6), box.width(), words.height()), color)
            return
        if not self.icon_name:
            self._paint_words(painter, box, color)
            return
        gap = self._gap() if self.text() else 0
        room = box.width() - side - gap
        words = self._words_size(room) if self.text() else QSize(0, 0)
        start = box.left()
        if self._align & Qt.AlignmentFlag.AlignHCenter:
            start += max(0, (box.width() - side - gap - words.width()) // 2)
        place = QRectF(start, (self.height() - side) / 2, side, side)
        if self._badge:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft" if not self.isDown() else "surface_raised"))
            painter.drawRoundedRect(place, look.px(16), look.px(16))
            edge, icon_color = look.px(16), look.color("accent")
            place.adjust(edge, edge, -edge, -edge)
        paint_icon(painter, self.icon_name, place, icon_color)
        text_box = QRect(start + side + gap, 0, box.right() - start - side - gap + 1, self.height())
        self._paint_words(painter, text_box, color, Qt.AlignmentFlag.AlignLeft)

    def _paint_words(self, painter: QPainter, box: QRect, color: QColor, align: Qt.AlignmentFlag | None = None) -> None:
        flags = int(_WRAP) | int(align or self._align)
        if not self.text():
            return
        painter.setPen(color)
        painter.setFont(self._font)
        if not self.note:
            painter.drawText(box, flags | int(Qt.AlignmentFlag.AlignVCenter), self.text())
            return
        words = QFontMetrics(self._font).boundingRect(QRect(0, 0, box.width(), 10_000), _WRAP, self.text()).height()
        note = QFontMetrics(self._note_font).boundingRect(QRect(0, 0, box.width(), 10_000), _WRAP, self.note).height()
        top = box.top() + (box.height() - words - note) // 2
        painter.drawText(QRect(box.left(), top, box.width(), words), flags, self.text())
        painter.setFont(self._note_font)
        painter.setPen(color if self.kind == "primary" or self.isChecked() else self.look.color("muted"))
        painter.drawText(QRect(box.left(), top + words, box.width(), note), flags, self.note)


def paint_focus(painter: QPainter, box: QRectF, look: Look, radius: float) -> None:
    """Paint the focus ring just inside `box`: a gap line within a dark line, seen on any ground."""
    wide = look.px(4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color("focus_gap"), wide * 2))
    painter.drawRoundedRect(box.adjusted(wide, wide, -wide, -wide), radius, radius)
    painter.setPen(QPen(look.color("focus"), wide))
    painter.drawRoundedRect(box.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), radius, radius)


def _unbreakable(text: str) -> list[str]:
    """Return the pieces of `text` that cannot be broken: words between blanks, or two characters of Chinese."""
    pieces = text.split()
    return [piece if piece.isascii() else piece[:2] for piece in pieces]
