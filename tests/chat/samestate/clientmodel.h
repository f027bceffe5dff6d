#pragma once

#include "samestate/roommodel.h"

#include "support/chatfixture.h"

#include <QSet>

/// A whole client: the rooms its user is in, filled by requests, then kept up to date by events or by `sync`.
class ClientModel
{
public:
    /// Reads everything there is.
    static ClientModel fresh(ChatFixture &chat, const Person &person);

    /// Takes in what a connection has received since it was last asked. Rooms the user has come into are read.
    void follow(ChatFixture &chat, const Person &person, const QList<Delivery> &inbox);
    /// Catches up after having been away: @p person has a new welcome.
    void catchUp(ChatFixture &chat, const Person &person);

    /// Room id -> RoomModel::snapshot().
    [[nodiscard]] QCborMap snapshot() const;
    /// What the welcome of @p person says otherwise than this model, in words; empty: nothing.
    [[nodiscard]] QString differenceFrom(const QCborMap &welcome) const;

    /// The types of events it has taken in, and `more`, `reset` and `gone` for what sync has answered.
    [[nodiscard]] const QSet<QString> &seen() const { return m_seen; }

private:
    void take(ChatFixture &chat, const Person &person, const Delivery &delivery);
    void sync(ChatFixture &chat, const Person &person);
    /// False when the room is to be asked for again.
    bool takeAnswer(ChatFixture &chat, const Person &person, const QString &room, const QCborMap &answer);
    [[nodiscard]] bool apply(RoomModel &model, const QCborMap &event);
    void addRoom(ChatFixture &chat, const Person &person, const QCborMap &room);

    QString m_me;
    QMap<QString, RoomModel> m_rooms;
    QSet<QString> m_seen;
};
