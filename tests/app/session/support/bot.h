#pragma once

#include "support/house.h"

#include "connection/socket.h"

#include <QCborMap>

/// Somebody who asks the server for many things at once, past the network.
class Bot final
{
public:
    Bot(House &house, const QString &name);

    /// The answer's fields; empty when there was none.
    QCborMap ask(const QString &event, const QCborMap &fields);
    void say(const QString &room, const QString &text) { sayMany(room, {text}); }
    /// In this order, and waits until all have been acknowledged. Their ids.
    QStringList sayMany(const QString &room, const QStringList &texts);
    /// "1", "2" and so on.
    QStringList count(const QString &room, int from, int to);

private:
    connection::Socket m_socket;
};
