import QtQuick
import QtQuick.Templates as T

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    A month to choose a day from; the room goes to its first message of that day.
*/
AppPopup {
    id: root

    required property RoomViewModel room
    /*! The day chosen at first, UTC milliseconds. 0: today. */
    required property double startMs

    function choose(day: date): void {
        root.close();
        root.room.jumpToDate(day.getTime());
    }

    function moveDays(days: int): void {
        const day = new Date(internal.day.getFullYear(), internal.day.getMonth(), internal.day.getDate() + days);
        if (day <= internal.today)
            internal.day = day;
    }

    function moveMonths(months: int): void {
        const first = new Date(internal.day.getFullYear(), internal.day.getMonth() + months, 1);
        const last = new Date(first.getFullYear(), first.getMonth() + 1, 0).getDate();
        const day = new Date(first.getFullYear(), first.getMonth(), Math.min(last, internal.day.getDate()));
        internal.day = day > internal.today ? internal.today : day;
    }

    parent: T.Overlay.overlay
    x: Math.round((parent.width - width) / 2)
    y: Math.round(Math.max(Theme.space4, (parent.height - height) / 3))
    padding: Theme.space4
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onOpened: month.forceActiveFocus()

    QtObject {
        id: internal

        readonly property date today: {
            const now = new Date();
            return new Date(now.getFullYear(), now.getMonth(), now.getDate());
        }
        property date day: {
            const start = root.startMs > 0 ? new Date(root.startMs) : new Date();
            return new Date(start.getFullYear(), start.getMonth(), start.getDate());
        }
        readonly property int firstWeekday: Qt.locale().firstDayOfWeek
        /*! The first day that the grid shows. */
        readonly property date first: {
            const first = new Date(day.getFullYear(), day.getMonth(), 1);
            const before = (first.getDay() - firstWeekday + 7) % 7;
            return new Date(first.getFullYear(), first.getMonth(), 1 - before);
        }
    }

    Column {
        spacing: Theme.space3
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Go to a date")

        Item {
            width: month.width
            implicitHeight: previous.implicitHeight

            IconButton {
                id: previous
                anchors.left: parent.left
                iconName: "chevron-left"
                text: qsTr("Month before")
                shortcut: qsTr("Page Up")
                onClicked: root.moveMonths(-1)
            }
            Label {
                anchors.centerIn: parent
                strong: true
                text: Qt.locale().standaloneMonthName(internal.day.getMonth()) + " " + internal.day.getFullYear()
            }
            IconButton {
                anchors.right: parent.right
                iconName: "chevron-right"
                text: qsTr("Next month")
                shortcut: qsTr("Page Down")
                enabled: new Date(internal.day.getFullYear(), internal.day.getMonth() + 1, 1) <= internal.today
                onClicked: root.moveMonths(1)
            }
        }
        Row {
            width: month.width

            Repeater {
                model: 7

                delegate: Label {
                    required property int index

                    width: parent.width / 7
                    horizontalAlignment: Text.AlignHCenter
                    kind: Label.Kind.Caption
                    muted: true
                    text: Qt.locale().standaloneDayName((Qt.locale().firstDayOfWeek + index) % 7, Locale.ShortFormat)
                }
            }
        }
        Grid {
            id: month

            columns: 7
            Accessible.role: Accessible.Table
            Accessible.name: internal.day.toLocaleDateString(Qt.locale(), Locale.LongFormat)
            Keys.onLeftPressed: root.moveDays(month.LayoutMirroring.enabled ? 1 : -1)
            Keys.onRightPressed: root.moveDays(month.LayoutMirroring.enabled ? -1 : 1)
            Keys.onUpPressed: root.moveDays(-7)
            Keys.onDownPressed: root.moveDays(7)
            Keys.onReturnPressed: root.choose(internal.day)
            Keys.onEnterPressed: root.choose(internal.day)
            Keys.onSpacePressed: root.choose(internal.day)
            Keys.onPressed: event => {
                if (event.key === Qt.Key_PageUp)
                    root.moveMonths(-1);
                else if (event.key === Qt.Key_PageDown)
                    root.moveMonths(1);
                else
                    return;
                event.accepted = true;
            }

            Repeater {
                model: 42

                delegate: CalendarDay {}

                onItemAdded: (index, item) => {
                    const cell = item as CalendarDay;
                    cell.first = Qt.binding(() => internal.first);
                    cell.chosen = Qt.binding(() => internal.day);
                    cell.today = internal.today;
                    cell.clicked.connect(() => root.choose(cell.day));
                }
            }
        }
        Row {
            spacing: Theme.space2

            AppButton {
                kind: AppButton.Kind.Secondary
                text: qsTr("Today")
                onClicked: root.choose(internal.today)
            }
            AppButton {
                kind: AppButton.Kind.Primary
                text: qsTr("Go there")
                onClicked: root.choose(internal.day)
            }
        }
    }
}
