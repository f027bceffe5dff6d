#include "session/typing.h"

#include "session/clientoptions.h"
#include "session/roomdirectory.h"
#include "session/serverlink.h"

#include <algorithm>
#include <set>
#include <utility>

namespace session {

using std::chrono::milliseconds;

Typing::Typing(ServerLink &link, RoomDirectory &rooms, const ClientOptions &options, QObject *parent)
    : QObject(parent), m_link(link), m_rooms(rooms), m_expiry(options.typingExpiry), m_interval(options.typingInterval)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Typing::expire);
    link.listen(QStringLiteral("typing"), this, [this](const QCborMap &fields) { handleTyping(fields); });
}

void Typing::setMine(const QString &room, bool isTyping)
{
    const auto now = Clock::now();
    const auto told = m_told.constFind(room);
    const bool isTold = told != m_told.cend() && now - *told < m_interval;
    if (isTyping ? isTold : told == m_told.cend())
        return;
    if (isTyping)
        m_told.insert(room, now);
    else
        m_told.remove(room);
    m_link.tell(QStringLiteral("typing"), {{QStringLiteral("room"), room}, {QStringLiteral("on"), isTyping}});
}

void Typing::handleTyping(const QCborMap &fields)
{
    const QString room = fields.value(QLatin1String("room")).toString();
    const QString user = fields.value(QLatin1String("user")).toString();
    if (!fields.value(QLatin1String("on")).toBool()) {
        forget(room, user);
        return;
    }
    if (user == m_me || !m_rooms.room(room))
        return;
    const auto until = Clock::now() + m_expiry;
    const auto known = std::find_if(m_typists.begin(), m_typists.end(),
                                    [&](const Typist &typist) { return typist.room == room && typist.user == user; });
    if (known != m_typists.end()) {
        known->until = until;
    } else {
        m_typists.push_back({room, user, until});
        show(room);
    }
    armTimer();
}

void Typing::forget(const QString &room, const QString &user)
{
    const auto isThem = [&](const Typist &typist) { return typist.room == room && typist.user == user; };
    if (std::erase_if(m_typists, isThem) > 0)
        show(room);
}

void Typing::expire()
{
    const auto now = Clock::now();
    std::set<QString> rooms;
    std::erase_if(m_typists, [&](const Typist &typist) {
        const bool isOver = typist.until <= now;
        if (isOver)
            rooms.insert(typist.room);
        return isOver;
    });
    for (const QString &room : rooms)
        show(room);
    armTimer();
}

void Typing::stop()
{
    m_told.clear();
    for (const Typist &typist : std::exchange(m_typists, {}))
        m_rooms.setTyping(typist.room, {});
}

void Typing::show(const QString &room)
{
    QStringList users;
    for (const Typist &typist : m_typists) {
        if (typist.room == room)
            users.append(typist.user);
    }
    m_rooms.setTyping(room, users);
}

void Typing::armTimer()
{
    const auto first = std::min_element(m_typists.begin(), m_typists.end(),
                                        [](const Typist &a, const Typist &b) { return a.until < b.until; });
    if (first == m_typists.end())
        m_timer.stop();
    else
        m_timer.start(std::max(milliseconds(0), std::chrono::ceil<milliseconds>(first->until - Clock::now())));
}

} // namespace session
