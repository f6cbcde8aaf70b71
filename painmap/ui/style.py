"""The style sheet for the parts that Qt paints: text fields, lists, menus, calendars and scroll bars."""

from painmap.paths import shipped
from painmap.ui.theme import Theme

_BARS = """
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 0; }}
QScrollBar::handle {{ background: {strong}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 44px; }}
QScrollBar::handle:horizontal {{ min-width: 44px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
_SHEET = """
QTextEdit, QPlainTextEdit, QDateEdit, QMenu, QCalendarWidget QWidget, QFileDialog QWidget {{
    font: {text}pt "{family}";
}}
QLineEdit, QTextEdit, QPlainTextEdit, QDateEdit, QComboBox, QSpinBox {{
    background: {surface}; color: {ink}; border: {line}px solid {strong}; border-radius: 8px; padding: 8px 12px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit, QDateEdit, QComboBox, QSpinBox {{ min-height: {field}px; }}
QLineEdit, QTextEdit, QPlainTextEdit {{ placeholder-text-color: {muted}; }}
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled {{ color: {disabled}; border-color: {hair}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 36px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{arrow}"); width: 16px; height: 16px; }}
QComboBox QAbstractItemView, QListView, QTableView, QMenu {{
    background: {raised}; color: {ink}; border: {line}px solid {strong}; outline: 0;
    selection-background-color: {soft}; selection-color: {ink};
}}
QComboBox QAbstractItemView::item, QMenu::item {{ min-height: {row}px; padding: 4px 16px; }}
QMenu::item:selected {{ background: {soft}; color: {ink}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QTableView {{ gridline-color: {hair}; }}
QTableView::item {{ padding: 0 8px; }}
QHeaderView::section {{
    background: {background}; color: {ink}; border: none; border-bottom: {line}px solid {strong};
    padding: 8px; font-weight: 600;
}}
QScrollArea {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QToolTip {{ background: {raised}; color: {ink}; border: {line}px solid {strong}; padding: 6px; }}
QCalendarWidget QWidget {{ background: {raised}; color: {ink}; }}
QCalendarWidget QToolButton {{ min-height: 40px; min-width: 44px; border: none; color: {ink}; font-weight: 600; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {accent}; selection-color: {on_accent}; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {disabled}; }}
QFileDialog QPushButton {{
    background: {surface}; color: {ink}; border: {line}px solid {strong}; border-radius: 8px;
    min-height: {row}px; padding: 0 16px;
}}
QFileDialog QPushButton:focus {{ border-color: {accent}; }}
QFileDialog QPushButton:disabled {{ color: {disabled}; border-color: {hair}; }}
QFileDialog QToolButton {{ min-height: {row}px; min-width: {row}px; }}
QFileDialog QListView::item, QFileDialog QTreeView::item {{ min-height: {row}px; }}
"""


def scroll_bars(theme: Theme) -> str:
    """The part of the sheet that scroll bars need, for one that is shown before the window has the whole of it."""
    return _BARS.format(strong=theme.colour("line-strong").name())


def style_sheet(theme: Theme) -> str:
    """The sheet of a theme."""
    font = theme.font("body")
    arrow = shipped("icons/down.svg" if theme.look == "light" else "icons/down-on-dark.svg")
    return scroll_bars(theme) + _SHEET.format(
        text=f"{font.pointSizeF():g}",
        family=font.family(),
        surface=theme.colour("surface").name(),
        background=theme.colour("background").name(),
        raised=theme.colour("raised").name(),
        ink=theme.colour("ink").name(),
        muted=theme.colour("ink-muted").name(),
        accent=theme.colour("accent").name(),
        on_accent=theme.colour("on-accent").name(),
        soft=theme.colour("accent-soft").name(),
        strong=theme.colour("line-strong").name(),
        hair=theme.colour("line").name(),
        disabled=theme.colour("disabled").name(),
        line=theme.line,
        field=theme.px(26),
        row=theme.px(40),
        arrow=arrow.as_posix().replace('"', '\\"'),
    )
