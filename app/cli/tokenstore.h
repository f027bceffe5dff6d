#pragma once

#include "connection/serveraddress.h"

#include <QString>

namespace cli {

/// Remembers the token that makes a name ours, in a file that nobody else may read.
/// Thread: any.
class TokenStore final
{
public:
    /// One file per server and name, in the user's configuration folder.
    TokenStore(const connection::ServerAddress &address, const QString &name);
    /// That file.
    explicit TokenStore(const QString &file);

    [[nodiscard]] const QString &file() const { return m_file; }
    /// Empty when there is none.
    [[nodiscard]] QString load() const;
    /// False when it cannot be written.
    [[nodiscard]] bool save(const QString &token) const;

private:
    QString m_file;
};

} // namespace cli
