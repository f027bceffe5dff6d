#pragma once

#include <QObject>
#include <QQuickItem>
#include <QQuickWindow>

#include <chrono>

namespace viewmodels {
class AppViewModel;
class RoomViewModel;
} // namespace viewmodels

namespace bench {

/// The room that is open in the window, as somebody who looks at it and scrolls.
/// Thread: UI.
class OpenRoom final
{
public:
    /// Both outlive it.
    OpenRoom(viewmodels::AppViewModel &app, QQuickWindow &window) : m_app(app), m_window(window) {}

    /// Opens the room and returns how long it took until its messages were on the screen; negative if they never were.
    [[nodiscard]] std::chrono::microseconds open(const QString &roomId);
    /// Scrolls up (negative) or down by so many screens a frame, for so long.
    void scroll(double screensPerFrame, std::chrono::seconds duration);
    /// Scrolls up by so many screens a frame until there is nothing older. False when that takes longer than @p
    /// patience.
    [[nodiscard]] bool scrollToBeginning(double screensPerFrame, std::chrono::seconds patience);
    /// Goes to the first message from a time on.
    void jumpTo(double utcMs);
    /// Lets the event loop run.
    static void settle(std::chrono::milliseconds duration);

private:
    [[nodiscard]] viewmodels::RoomViewModel *room() const;
    /// The list of messages; null as long as there is none.
    [[nodiscard]] QQuickItem *list() const;
    void scrollBy(double screens);
    [[nodiscard]] bool isAtBeginning() const;
    [[nodiscard]] bool waitForFrame();
    [[nodiscard]] bool showsMessages() const;

    viewmodels::AppViewModel &m_app;
    QQuickWindow &m_window;
};

} // namespace bench
