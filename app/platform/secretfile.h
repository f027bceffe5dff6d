#pragma once

#include <QString>

namespace platform {

/// Secrets in a file that nobody but its owner may read.
/// Thread: any, one at a time.
class SecretFile final
{
public:
    explicit SecretFile(QString path) : m_path(std::move(path)) {}

    /// Empty when there is none.
    [[nodiscard]] QString read(const QString &key) const;
    /// False when the file cannot be written; then it is as it was.
    bool write(const QString &key, const QString &secret) const;
    bool remove(const QString &key) const;

private:
    const QString m_path;
};

} // namespace platform
