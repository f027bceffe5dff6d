#pragma once

#include <QCborArray>
#include <QString>

#include <functional>

namespace connection {

/// What the server emitted.
/// Thread: any (a value type), but for `ack`: the socket's.
struct Event
{
    QString name;
    QCborArray args;
    /// Answers the server; empty when it asked for no answer. The first call counts, and none does after the connection
    /// it came over has ended.
    std::function<void(const QCborArray &args)> ack;

    /// The argument at @p index, undefined when there are fewer.
    [[nodiscard]] QCborValue arg(qsizetype index) const { return args.at(index); }
};

using EventHandler = std::function<void(const Event &)>;

} // namespace connection
