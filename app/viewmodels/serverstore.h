#pragma once

#include "viewmodels/knownserver.h"

#include <QList>
#include <QString>

#include <optional>

namespace viewmodels {

/// The servers one is on, and which of them was open last, in the file `servers.json`. Each change is kept at once.
/// Thread: UI thread.
class ServerStore final
{
public:
    /// The id of the chat that this program hosts.
    static constexpr QLatin1String hostedId{"hosted"};

    explicit ServerStore(const QString &folder);

    /// In the order in which they were added.
    [[nodiscard]] const QList<KnownServer> &servers() const { return m_servers; }
    [[nodiscard]] std::optional<KnownServer> server(const QString &id) const;
    /// One that is not hosted here, by its address.
    [[nodiscard]] std::optional<KnownServer> serverAt(const QString &address) const;
    /// Adds it, or replaces the one with the same id.
    void put(const KnownServer &server);
    void remove(const QString &id);

    /// Empty: none.
    [[nodiscard]] const QString &current() const { return m_current; }
    void setCurrent(const QString &id);

private:
    void load();
    void save() const;

    const QString m_path;
    QList<KnownServer> m_servers;
    QString m_current;
};

} // namespace viewmodels
