#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace chat {

enum class PasswordVerdict {
    Right,
    Wrong,
    Busy, ///< not looked at: too many are waiting already, or there is no memory; worth trying again in a second
};

/// Turns passwords into something that may be stored. Slow on purpose, so the work is done in other threads.
/// Thread: chat thread; @p done is called there, once, later.
class PasswordHasher
{
public:
    virtual ~PasswordHasher() = default;
    /// @p done gets the hash with its salt and cost, or nothing when it is Busy.
    virtual void hash(const QString &password, std::function<void(QByteArray)> done) = 0;
    /// Takes as long for an empty @p hash as for any other, so that nobody learns which names have a password.
    virtual void verify(const QString &password, const QByteArray &hash, std::function<void(PasswordVerdict)> done) = 0;
};

} // namespace chat
