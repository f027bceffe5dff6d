#pragma once

#include "cli/reply.h"

#include <QCborMap>
#include <QHash>
#include <QString>

#include <functional>

namespace cli {

/// Who is behind which user id.
/// Thread: the main thread.
class UserNames final
{
public:
    using Ask = std::function<void(const QString &id, const ReplyHandler &handler)>;

    /// @p ask is called for ids that nobody has told us the name of.
    explicit UserNames(Ask ask) : m_ask(std::move(ask)) {}

    /// From `{id, name}`.
    void learn(const QCborMap &user);
    [[nodiscard]] bool knows(const QString &id) const { return m_names.contains(id); }
    /// The id itself where it is not known.
    [[nodiscard]] QString name(const QString &id) const { return m_names.value(id, id); }
    /// Asks for the name; calls @p handler once it is known, or will not be.
    void find(const QString &id, const std::function<void()> &handler);

private:
    const Ask m_ask;
    QHash<QString, QString> m_names;
};

} // namespace cli
