#include "platform/secretfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace platform {

namespace {

constexpr qint64 maxFileBytes = 1024 * 1024;

QJsonObject load(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(maxFileBytes)).object() : QJsonObject();
}

bool save(const QString &path, const QJsonObject &secrets)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    // Before a secret is in it.
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return false;
    file.write(QJsonDocument(secrets).toJson());
    return file.commit();
}

} // namespace

QString SecretFile::read(const QString &key) const
{
    return load(m_path).value(key).toString();
}

bool SecretFile::write(const QString &key, const QString &secret) const
{
    QJsonObject secrets = load(m_path);
    secrets.insert(key, secret);
    return save(m_path, secrets);
}

bool SecretFile::remove(const QString &key) const
{
    QJsonObject secrets = load(m_path);
    if (!secrets.contains(key))
        return true;
    secrets.remove(key);
    return secrets.isEmpty() ? QFile::remove(m_path) : save(m_path, secrets);
}

} // namespace platform
