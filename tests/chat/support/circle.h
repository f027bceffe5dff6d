#pragma once

#include "support/chatfixture.h"

#include "chat/actions/gethistory.h"

#include <QCborArray>

/// The server's owner, who has opened a room, and two who have joined it.
struct Circle
{
    explicit Circle(chat::Settings settings = {}) : chat(std::move(settings))
    {
        owner = chat.connect(QStringLiteral("Owner"));
        ann = chat.connect(QStringLiteral("Ann"));
        bob = chat.connect(QStringLiteral("Bob"));
        room = chat.createRoom(owner, QStringLiteral("Circle"));
        chat.join(ann, room);
        chat.join(bob, room);
        chat.publisher().clear();
    }

    protocol::chat::SendMessage draft(const QString &text)
    {
        return {room, QStringLiteral("draft %1").arg(++drafts), text, {}, {}};
    }
    QCborMap message(const QString &id)
    {
        const protocol::chat::GetHistory request{room, protocol::chat::GetHistory::Direction::Latest, 0, 200};
        const QCborMap page = *chat.ask(chat::getHistory, owner, request);
        for (const QCborValue entry : page.value(QLatin1String("messages")).toArray()) {
            if (entry.toMap().value(QLatin1String("id")) == id)
                return entry.toMap();
        }
        return {};
    }

    ChatFixture chat;
    Person owner;
    Person ann;
    Person bob;
    QString room;
    int drafts = 0;
};

/// Why something was refused; Internal, which the rules never answer, when it was not.
inline protocol::chat::ErrorCode codeOf(const Answer &answer)
{
    return answer ? protocol::chat::ErrorCode::Internal : answer.error().code;
}
