#pragma once

#include "protocol/chat/error.h"

#include <QCborMap>
#include <QString>

#include <functional>

namespace chat {

class Clock;
class Connections;
class EventPublisher;
class MessageStore;
class PasswordHasher;
class Reservations;
class ServerState;
struct Settings;

/// What every action works with. All of it outlives every callback an action hands out.
/// Thread: chat thread.
struct Context
{
    ServerState &state;
    Reservations &reservations;
    Connections &connections;
    MessageStore &store;
    EventPublisher &publisher;
    PasswordHasher &hasher;
    const Clock &clock;
    const Settings &settings;
};

/// Who asks.
struct Actor
{
    QString user;
    QString connection;
};

/// The fields of the acknowledgement beside `ok`, or the refusal. Called once, in the chat thread, now or later.
using Reply = std::function<void(protocol::chat::Result<QCborMap>)>;

} // namespace chat
