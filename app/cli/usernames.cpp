#include "cli/usernames.h"

namespace cli {

void UserNames::learn(const QCborMap &user)
{
    const QString id = user[QStringLiteral("id")].toString();
    const QString name = user[QStringLiteral("name")].toString();
    if (!id.isEmpty() && !name.isEmpty())
        m_names.insert(id, name);
}

void UserNames::find(const QString &id, const std::function<void()> &handler)
{
    m_ask(id, [this, id, handler](const Reply &reply) {
        if (reply)
            learn((*reply)[QStringLiteral("user")].toMap());
        if (!knows(id))
            m_names.insert(id, id.isEmpty() ? QStringLiteral("?") : id);
        handler();
    });
}

} // namespace cli
