#include "cli/inputlines.h"

#include <QFile>

#include <mutex>
#include <thread>

namespace cli {

/// What the reading thread knows: it may outlive everything else, blocked in a read.
struct InputLines::Link
{
    std::mutex mutex;
    InputLines *lines = nullptr; ///< guarded by mutex; null once that is gone

    /// False when nobody listens any more.
    bool post(const std::function<void(InputLines &)> &task)
    {
        const std::lock_guard lock(mutex);
        if (!lines)
            return false;
        QMetaObject::invokeMethod(
            lines, [target = lines, task] { task(*target); }, Qt::QueuedConnection);
        return true;
    }
};

namespace {

constexpr qint64 maxLineBytes = 64 * 1024;

} // namespace

InputLines::InputLines() : m_link(std::make_shared<Link>())
{
    m_link->lines = this;
}

InputLines::~InputLines()
{
    const std::lock_guard lock(m_link->mutex);
    m_link->lines = nullptr;
}

void InputLines::start()
{
    std::thread([link = m_link] {
        QFile input;
        if (input.open(stdin, QIODevice::ReadOnly)) {
            for (;;) {
                QByteArray line = input.readLine(maxLineBytes);
                if (line.isEmpty())
                    break;
                while (line.endsWith('\n') || line.endsWith('\r'))
                    line.chop(1);
                if (!link->post([text = QString::fromUtf8(line)](InputLines &lines) { Q_EMIT lines.lineRead(text); }))
                    return;
            }
        }
        link->post([](InputLines &lines) { Q_EMIT lines.ended(); });
    }).detach();
}

} // namespace cli
