#include "chat/state/reservations.h"

namespace chat {

void Reservations::endAddition(const QString &to, const QString &what)
{
    const auto it = m_additions.find(to);
    if (it == m_additions.end())
        return;
    if (--(*it)[what] <= 0)
        it->remove(what);
    if (it->isEmpty())
        m_additions.erase(it);
}

int Reservations::additions(const QString &to) const
{
    const auto it = m_additions.constFind(to);
    return it == m_additions.constEnd() ? 0 : int(it->size());
}

bool Reservations::beginPost(const QString &room, const QString &user)
{
    const std::pair post(room, user);
    if (m_posts.contains(post))
        return false;
    m_posts.insert(post);
    return true;
}

bool Reservations::beginDue(const QString &scheduled)
{
    if (m_due.contains(scheduled))
        return false;
    m_due.insert(scheduled);
    return true;
}

} // namespace chat
