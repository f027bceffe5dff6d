#include "platform/keystore.h"

#include "platform/logging.h"
#include "platform/systemsecrets.h"

#include <qt6keychain/keychain.h>

#include <QCryptographicHash>
#include <QDir>

namespace platform {

namespace {

const QString serviceName = QStringLiteral("Confab");

} // namespace

KeyStore::KeyStore(const QString &folder, Place place, QObject *parent)
    : QObject(parent), m_folder(QDir(folder).absolutePath()), m_place(place),
      m_file(QDir(folder).filePath(QStringLiteral("secrets")))
{
}

KeyStore::~KeyStore() = default;

void KeyStore::read(const QString &key, QObject *context, Reader done)
{
    const auto known = m_known.constFind(key);
    const QString secret = known != m_known.constEnd() ? *known : m_file.read(key);
    if (secret.isEmpty() && known == m_known.constEnd() && usesSystem()) {
        readFromSystem(key, context, std::move(done));
        return;
    }
    QMetaObject::invokeMethod(
        context, [secret, done = std::move(done)] { done(secret); }, Qt::QueuedConnection);
}

void KeyStore::write(const QString &key, const QString &secret)
{
    m_known.insert(key, secret);
    if (!m_file.write(key, secret))
        qCWarning(lcPlatform, "a secret cannot be kept in %s", qUtf8Printable(m_folder));
    if (!usesSystem())
        return;
    auto *job = new QKeychain::WritePasswordJob(serviceName, this);
    job->setKey(systemKey(key));
    job->setTextData(secret);
    connect(job, &QKeychain::Job::finished, this, [this, job, key, secret] {
        if (job->error() == QKeychain::NoError)
            handleWritten(key, secret);
        else
            noteRefusal(job->errorString());
    });
    job->start();
}

void KeyStore::remove(const QString &key)
{
    m_known.insert(key, QString());
    m_file.remove(key);
    if (!usesSystem())
        return;
    auto *job = new QKeychain::DeletePasswordJob(serviceName, this);
    job->setKey(systemKey(key));
    job->start();
}

void KeyStore::noteRefusal(const QString &reason)
{
    if (!m_isRefused)
        qCInfo(lcPlatform, "secrets are kept in %s: %s", qUtf8Printable(m_folder), qUtf8Printable(reason));
    m_isRefused = true;
}

bool KeyStore::usesSystem()
{
    if (!m_usesSystem)
        m_usesSystem = m_place == Place::System && isSystemKeyStoreRunning();
    return *m_usesSystem;
}

QString KeyStore::systemKey(const QString &key) const
{
    const QByteArray hash = QCryptographicHash::hash(m_folder.toUtf8(), QCryptographicHash::Sha256).toHex().first(12);
    return QString::fromLatin1(hash) + u'/' + key;
}

void KeyStore::readFromSystem(const QString &key, QObject *context, Reader done)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName, this);
    job->setKey(systemKey(key));
    connect(job, &QKeychain::Job::finished, context, [this, job, key, done = std::move(done)] {
        // Something may have been written while the system was working.
        const auto known = m_known.constFind(key);
        done(known != m_known.constEnd() ? *known : job->textData());
    });
    job->start();
}

void KeyStore::handleWritten(const QString &key, const QString &secret)
{
    if (m_known.value(key) == secret)
        m_file.remove(key);
}

} // namespace platform
