#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace cli {

/// The lines of the standard input. It is read in a thread of its own, because reading from a terminal cannot be waited
/// for in the same way everywhere.
/// Thread: the main thread.
class InputLines final : public QObject
{
    Q_OBJECT

public:
    InputLines();
    ~InputLines() override;

    void start();

Q_SIGNALS:
    /// Without the line break. A line of more than 64 KiB comes in several parts.
    void lineRead(const QString &line);
    void ended();

private:
    struct Link;

    std::shared_ptr<Link> m_link;
};

} // namespace cli
