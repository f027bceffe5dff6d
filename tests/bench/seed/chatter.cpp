#include "seed/chatter.h"

#include "chat/rules/identifiers.h"
#include "chat/rules/name.h"
#include "protocol/chat/message.h"

#include <QCborArray>
#include <QCborMap>

#include <algorithm>
#include <array>

namespace seed {

namespace {

using protocol::chat::Message;
using protocol::chat::messageId;
using protocol::chat::Role;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

constexpr qint64 FirstDay = 1'704'067'200'000; // 2024-01-01, UTC milliseconds
constexpr std::uint64_t LongestPause = 100'000; // between two messages anywhere, milliseconds
constexpr std::size_t RecentMessages = 30;
constexpr double ShareOfReplies = 0.10;
constexpr double ShareOfEdits = 0.04;
constexpr double ShareOfReactions = 0.08;
constexpr qint64 MostUnread = 40;
constexpr std::array Emoji{u"👍", u"🎉", u"❤️", u"😂", u"👀", u"✅"};

} // namespace

Chatter::Chatter(const SeedOptions &options, const Population &population, const ZipfWords &words)
    : m_options(options), m_population(population), m_words(words), m_random(options.seed),
      m_logs(population.rooms.size()), m_now(FirstDay)
{
}

std::vector<chat::Operation> Chatter::beginning()
{
    std::vector<chat::Operation> operations;
    for (const Person &person : m_population.people) {
        const protocol::chat::User user{person.id, person.name, {}, Role::Member, m_now, m_now};
        operations.push_back(chat::PutUser{{user, chat::nameKeyOf(person.name), {}}});
        operations.push_back(chat::PutDeviceToken{{person.id, chat::tokenHashOf(person.token), m_now}});
    }
    for (std::size_t room = 0; room < m_population.rooms.size(); ++room) {
        const SeededRoom &seeded = m_population.rooms[room];
        RoomEvent created = event(room, RoomEventType::RoomCreated, 0);
        if (room == 0)
            created.by.clear();
        created.detail = {{QStringLiteral("name"), seeded.name},
                          {QStringLiteral("kind"), QStringLiteral("public")},
                          {QStringLiteral("topic"), QString()}};
        operations.push_back(chat::AppendEvent{created, {}});
        for (std::size_t member = 0; member < seeded.members.size(); ++member) {
            RoomEvent joined = event(room, RoomEventType::MemberJoined, member);
            joined.detail = {{QStringLiteral("user"), memberId(room, member)},
                             {QStringLiteral("role"), QStringLiteral("member")}};
            operations.push_back(chat::AppendEvent{joined, {}});
        }
    }
    return operations;
}

std::vector<chat::Operation> Chatter::next()
{
    if (m_written == m_options.messages)
        return {};
    const std::size_t room = roomOfNext();
    m_now += qint64(m_random.below(LongestPause));
    std::vector<chat::Operation> operations{message(room)};
    ++m_written;
    m_writtenInGeneral += room == 0 ? 1 : 0;
    if (m_random.share() < ShareOfEdits)
        operations.push_back(edit(room));
    if (m_random.share() < ShareOfReactions) {
        Recent &recent = anyRecent(room);
        if (recent.reactions < m_population.rooms[room].members.size())
            operations.push_back(reaction(room, recent));
    }
    return operations;
}

std::vector<chat::Operation> Chatter::ending()
{
    std::vector<chat::Operation> operations;
    for (std::size_t room = 0; room < m_population.rooms.size(); ++room) {
        for (std::size_t member = 0; member < m_population.rooms[room].members.size(); ++member) {
            const qint64 seq = std::max<qint64>(1, m_logs[room].seq - qint64(m_random.below(MostUnread)));
            operations.push_back(chat::PutReadPosition{{m_population.rooms[room].id, memberId(room, member), seq}});
        }
    }
    return operations;
}

std::size_t Chatter::roomOfNext()
{
    const int left = m_options.messages - m_written;
    const int leftInGeneral = m_options.largestRoom - m_writtenInGeneral;
    if (m_random.below(std::uint64_t(left)) < std::uint64_t(leftInGeneral))
        return 0;
    // The smaller of two numbers: the first rooms, which are the largest, are written in the most.
    const std::uint64_t others = m_population.rooms.size() - 1;
    return 1 + std::min(m_random.below(others), m_random.below(others));
}

chat::Operation Chatter::message(std::size_t room)
{
    const std::size_t author = m_random.below(m_population.rooms[room].members.size());
    RoomEvent posted = event(room, RoomEventType::MessagePosted, author);
    Message message;
    message.id = messageId(posted.room, posted.seq);
    message.room = posted.room;
    message.seq = posted.seq;
    message.at = posted.at;
    message.by = posted.by;
    message.text = m_words.sentence(m_random);
    if (!m_logs[room].recent.empty() && m_random.share() < ShareOfReplies)
        message.replyTo = messageId(posted.room, anyRecent(room).seq);
    posted.message = std::move(message);

    std::deque<Recent> &recent = m_logs[room].recent;
    recent.push_back({posted.seq, author, 0});
    if (recent.size() > RecentMessages)
        recent.pop_front();
    return chat::AppendEvent{posted, QString::number(m_written)};
}

chat::Operation Chatter::edit(std::size_t room)
{
    const Recent &recent = anyRecent(room);
    RoomEvent edited = event(room, RoomEventType::MessageEdited, recent.author);
    edited.detail = {{QStringLiteral("id"), messageId(edited.room, recent.seq)},
                     {QStringLiteral("text"), m_words.sentence(m_random)},
                     {QStringLiteral("mentions"), QCborArray()}};
    return chat::AppendEvent{edited, {}};
}

chat::Operation Chatter::reaction(std::size_t room, Recent &recent)
{
    // Each time another member, so that nobody adds the same twice.
    ++recent.reactions;
    const std::size_t member = (recent.author + recent.reactions) % m_population.rooms[room].members.size();
    RoomEvent added = event(room, RoomEventType::ReactionAdded, member);
    added.detail = {{QStringLiteral("id"), messageId(added.room, recent.seq)},
                    {QStringLiteral("emoji"), QString::fromUtf16(Emoji[m_random.below(Emoji.size())])}};
    return chat::AppendEvent{added, {}};
}

RoomEvent Chatter::event(std::size_t room, RoomEventType type, std::size_t member)
{
    RoomEvent made;
    made.room = m_population.rooms[room].id;
    made.seq = ++m_logs[room].seq; // what the store will give it; the writer compares
    made.type = type;
    made.by = memberId(room, member);
    made.at = m_now;
    return made;
}

Chatter::Recent &Chatter::anyRecent(std::size_t room)
{
    std::deque<Recent> &recent = m_logs[room].recent;
    return recent[m_random.below(recent.size())];
}

const QString &Chatter::memberId(std::size_t room, std::size_t member) const
{
    const int person = m_population.rooms[room].members[member];
    return m_population.people[std::size_t(person)].id;
}

} // namespace seed
