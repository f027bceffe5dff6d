#pragma once

#include "socketio/acknowledge.h"

#include <QCborArray>
#include <QCborValue>
#include <QString>

#include <functional>

namespace socketio {

/// What a client emitted.
/// Thread: any (a value type).
struct Event
{
    QString name;
    QCborArray args;
    Acknowledge ack;

    /// The argument at @p index, undefined when there are fewer.
    [[nodiscard]] QCborValue arg(qsizetype index) const { return args.at(index); }
};

using EventHandler = std::function<void(const Event &)>;
/// Sees the name and arguments of what leaves.
using OutgoingHandler = std::function<void(const QString &name, const QCborArray &args)>;

} // namespace socketio
