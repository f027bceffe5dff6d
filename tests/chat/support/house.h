#pragma once

#include "support/chatfixture.h"

#include <QCborArray>

inline protocol::chat::ErrorCode codeOf(const Answer &answer)
{
    return answer ? protocol::chat::ErrorCode::UnknownEvent : answer.error().code;
}

inline QCborMap roomIn(const Answer &answer)
{
    return answer ? answer->value(QLatin1String("room")).toMap() : QCborMap();
}

inline QStringList fieldsOf(const QCborValue &list, QLatin1String field)
{
    QStringList fields;
    for (const QCborValue entry : list.toArray())
        fields.append(entry.toMap().value(field).toString());
    return fields;
}

/// The server's owner and two others, all in General only.
struct House
{
    explicit House(chat::Settings settings = {}) : chat(std::move(settings))
    {
        owner = chat.connect(QStringLiteral("Owner"));
        ann = chat.connect(QStringLiteral("Ann"));
        bob = chat.connect(QStringLiteral("Bob"));
        chat.publisher().clear();
    }

    ChatFixture chat;
    Person owner;
    Person ann;
    Person bob;
};
