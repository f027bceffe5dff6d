#pragma once

#include "changes.h"

#include <QRandomGenerator>

#include <vector>

using namespace Qt::StringLiterals;

/// Changes chosen by a seed: everything that can happen in rooms, much of it impossible at that moment.
class RandomHistory
{
public:
    explicit RandomHistory(quint32 seed) : m_random(seed) {}

    [[nodiscard]] chat::Change next()
    {
        chat::Change change;
        change.operations.emplace_back(operation());
        while (m_random.bounded(6) == 0)
            change.operations.emplace_back(operation());
        return change;
    }

private:
    using Type = protocol::chat::RoomEventType;
    template <typename T>
    [[nodiscard]] T oneOf(std::initializer_list<T> choices)
    {
        return *(choices.begin() + m_random.bounded(int(choices.size())));
    }
    [[nodiscard]] QString room() { return u"room%1"_s.arg(m_random.bounded(3)); }
    [[nodiscard]] QString user() { return u"user%1"_s.arg(m_random.bounded(4)); }
    [[nodiscard]] QString word() { return u"word%1"_s.arg(m_random.bounded(20)); }
    [[nodiscard]] qint64 seq() { return 1 + m_random.bounded(20); }
    [[nodiscard]] QStringList mentions()
    {
        QStringList people;
        for (int count = m_random.bounded(8) - 5; count > 0; --count)
            people.append(m_random.bounded(4) ? user() : u"*"_s);
        return people;
    }

    [[nodiscard]] chat::Operation operation()
    {
        using namespace change;
        ++m_at;
        const QString at = room();
        const QString by = user();
        switch (m_random.bounded(20)) {
        case 0:
            return createRoom(at, by);
        case 1:
        case 2:
            return join(at, by, oneOf({u"member"_s, u"owner"_s, u"guest"_s}));
        case 3:
            return about(oneOf({Type::MemberLeft, Type::MemberKicked}), at, by, user());
        case 4:
            return about(oneOf({Type::MemberBanned, Type::MemberUnbanned}), at, by, user(),
                         {{u"reason"_s, oneOf({u"spam"_s, QString()})}, {u"until"_s, m_random.bounded(2)}});
        case 5:
            return about(Type::MemberMuted, at, by, user(), {{u"until"_s, m_random.bounded(3)}});
        case 6:
            return about(Type::MemberRole, at, by, user(), {{u"role"_s, oneOf({u"admin"_s, u"member"_s})}});
        case 7:
            return change::event(at, Type::RoomUpdated, by,
                                 {{oneOf({u"name"_s, u"topic"_s}), word()}, {u"slowModeMs"_s, m_random.bounded(3)}});
        case 8:
            return edit(at, seq(), by, word(), mentions(), m_at);
        case 9:
            return remove(at, seq(), by);
        case 10:
            return on(oneOf({Type::MessagePinned, Type::MessageUnpinned}), at, seq(), by);
        case 11:
        case 12:
        case 13:
            return react(at, seq(), by, oneOf({u"A"_s, u"B"_s, u"C"_s}));
        case 14:
            return unreact(at, seq(), by, oneOf({u"A"_s, u"B"_s, u"C"_s}));
        case 15:
            return chat::PutReadPosition{{at, by, seq()}};
        default:
            break;
        }
        Message posted = message(at, by, word() + u' ' + word());
        posted.mentions = mentions();
        posted.at = m_at;
        if (m_random.bounded(5) == 0)
            posted.replyTo = protocol::chat::messageId(at, seq());
        return post(posted, m_random.bounded(2) ? u"nonce%1"_s.arg(m_random.bounded(15)) : QString());
    }

    QRandomGenerator m_random;
    qint64 m_at = 1'700'000'000'000;
};
