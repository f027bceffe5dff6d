#include "cli/tokenstore.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

namespace cli {

namespace {

constexpr qint64 maxTokenBytes = 4096;

/// A name for a file that no two texts share, on any file system.
QString toFileName(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, {}, ".~")).replace(u'%', u'=');
}

} // namespace

TokenStore::TokenStore(const connection::ServerAddress &address, const QString &name)
    : m_file(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/confab/tokens/")
             + toFileName(address.toString()) + u'/' + toFileName(name))
{
}

TokenStore::TokenStore(const QString &file) : m_file(file) {}

QString TokenStore::load() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.read(maxTokenBytes)).trimmed();
}

bool TokenStore::save(const QString &token) const
{
    if (!QDir().mkpath(QFileInfo(m_file).path()))
        return false;
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    // Before the token is in it.
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return false;
    file.write(token.toUtf8() + '\n');
    return file.commit();
}

} // namespace cli
