#pragma once

#include "support/chatfixture.h"

#include "chat/actions/ban.h"
#include "chat/actions/joinroom.h"
#include "chat/actions/kick.h"
#include "chat/actions/mute.h"
#include "chat/actions/sendmessage.h"
#include "chat/actions/setrole.h"
#include "chat/state/serverstate.h"

/// What codeOf() makes of an answer that is no refusal.
inline constexpr auto done = protocol::chat::ErrorCode::UnknownEvent;

inline protocol::chat::ErrorCode codeOf(const Answer &answer)
{
    return answer ? done : answer.error().code;
}

/// A room of Ann's with a moderator and two members; the server's owner is not in it.
struct Lab
{
    Lab()
    {
        owner = chat.connect(QStringLiteral("Owner"));
        ann = chat.connect(QStringLiteral("Ann"));
        mod = chat.connect(QStringLiteral("Mod"));
        bob = chat.connect(QStringLiteral("Bob"));
        carl = chat.connect(QStringLiteral("Carl"));
        room = chat.createRoom(ann, QStringLiteral("Lab"));
        for (const Person &person : {mod, bob, carl})
            chat.join(person, room);
        give(ann, mod, protocol::chat::Role::Moderator);
        chat.publisher().clear();
    }

    protocol::chat::ErrorCode kick(const Person &by, const Person &target, const QString &reason = {})
    {
        return codeOf(chat.ask(chat::kick, by, protocol::chat::Moderate{room, target.user, reason, 0}));
    }
    protocol::chat::ErrorCode ban(const Person &by, const Person &target, qint64 until = 0)
    {
        return codeOf(chat.ask(chat::ban, by, protocol::chat::Moderate{room, target.user, {}, until}));
    }
    protocol::chat::ErrorCode mute(const Person &by, const Person &target, qint64 until = 0)
    {
        return codeOf(chat.ask(chat::mute, by, protocol::chat::Moderate{room, target.user, {}, until}));
    }
    protocol::chat::ErrorCode give(const Person &by, const Person &target, protocol::chat::Role role)
    {
        return codeOf(chat.ask(chat::setRole, by, protocol::chat::SetRole{room, target.user, role}));
    }
    protocol::chat::ErrorCode giveInServer(const Person &by, const Person &target, protocol::chat::Role role)
    {
        return codeOf(chat.ask(chat::setRole, by, protocol::chat::SetRole{{}, target.user, role}));
    }
    protocol::chat::ErrorCode join(const Person &person)
    {
        return codeOf(chat.ask(chat::joinRoom, person, protocol::chat::RoomRequest{room}));
    }
    protocol::chat::ErrorCode say(const Person &person)
    {
        return codeOf(chat.ask(
            chat::sendMessage, person,
            protocol::chat::SendMessage{room, QStringLiteral("n%1").arg(++messages), QStringLiteral("text"), {}, {}}));
    }
    const chat::Member *member(const Person &person) { return chat.context().state.room(room)->member(person.user); }

    ChatFixture chat;
    Person owner;
    Person ann;
    Person mod;
    Person bob;
    Person carl;
    QString room;
    int messages = 0;
};
