#include "app/openroom.h"

#include "viewmodels/appviewmodel.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace bench {

namespace {

constexpr std::chrono::seconds patience{20};

QQuickItem *listBelow(QQuickItem *item)
{
    if (item->property("distanceBelow").isValid())
        return item;
    for (QQuickItem *child : item->childItems()) {
        if (QQuickItem *found = listBelow(child))
            return found;
    }
    return nullptr;
}

} // namespace

std::chrono::microseconds OpenRoom::open(const QString &roomId)
{
    QElapsedTimer clock;
    clock.start();
    m_app.chat()->openRoom(roomId);
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        if (waitForFrame() && showsMessages())
            return std::chrono::microseconds(clock.nsecsElapsed() / 1000);
    }
    return std::chrono::microseconds(-1);
}

void OpenRoom::scroll(double screensPerFrame, std::chrono::seconds duration)
{
    const QDeadlineTimer end(duration);
    while (!end.hasExpired()) {
        scrollBy(screensPerFrame);
        (void)waitForFrame();
    }
}

bool OpenRoom::scrollToBeginning(double screensPerFrame, std::chrono::seconds patience)
{
    const QDeadlineTimer end(patience);
    while (!end.hasExpired() && !isAtBeginning()) {
        scrollBy(-screensPerFrame);
        (void)waitForFrame();
    }
    return isAtBeginning();
}

void OpenRoom::jumpTo(double utcMs)
{
    room()->jumpToDate(utcMs);
    settle(std::chrono::seconds(1));
}

void OpenRoom::settle(std::chrono::milliseconds duration)
{
    QEventLoop loop;
    QTimer::singleShot(duration, &loop, &QEventLoop::quit);
    loop.exec();
}

viewmodels::RoomViewModel *OpenRoom::room() const
{
    return m_app.chat()->room();
}

QQuickItem *OpenRoom::list() const
{
    return listBelow(m_window.contentItem());
}

void OpenRoom::scrollBy(double screens)
{
    if (QQuickItem *shown = list())
        QMetaObject::invokeMethod(shown, "scrollBy", Q_ARG(double, screens));
}

bool OpenRoom::isAtBeginning() const
{
    const QQuickItem *shown = list();
    return shown && !room()->hasOlder() && !room()->isLoading() && shown->property("atYBeginning").toBool();
}

bool OpenRoom::waitForFrame()
{
    QEventLoop loop;
    bool isShown = false;
    QObject::connect(&m_window, &QQuickWindow::frameSwapped, &loop, [&] {
        isShown = true;
        loop.quit();
    });
    QTimer::singleShot(std::chrono::milliseconds(200), &loop, &QEventLoop::quit);
    m_window.update();
    loop.exec();
    return isShown;
}

bool OpenRoom::showsMessages() const
{
    const QQuickItem *shown = list();
    return shown && shown->property("count").toInt() > 0 && shown->property("contentHeight").toReal() > shown->height();
}

} // namespace bench
