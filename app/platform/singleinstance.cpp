#include "platform/singleinstance.h"

#include "platform/logging.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

namespace platform {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype maxSocketPathBytes = 100; // the system allows 107
constexpr qsizetype maxLineBytes = 8192;
constexpr std::chrono::milliseconds retryInterval = 50ms;
constexpr std::chrono::milliseconds lineTimeout = 5s;
const QByteArray answer = QByteArrayLiteral("ok\n");

const QString linkField = QStringLiteral("link");
const QString tokenField = QStringLiteral("activationToken");

QString socketPathOf(const QString &folder)
{
    const QString inside = QDir(folder).absoluteFilePath(QStringLiteral("instance.socket"));
    if (inside.toLocal8Bit().size() <= maxSocketPathBytes)
        return inside;
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().first(24);
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return QStringLiteral("%1/confab-%2").arg(runtime, QLatin1StringView(hash));
}

/// What allows the other program to raise its window, where windows may not do that by themselves.
QString activationToken()
{
    return qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
}

bool isLink(const QString &link)
{
    return link.isEmpty()
        || (link.startsWith(QLatin1StringView("confab://"), Qt::CaseInsensitive)
            && link.toUtf8().size() <= SingleInstance::maxLinkBytes);
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent), m_socketPath(socketPathOf(folder)),
      m_lock(QDir(folder).filePath(QStringLiteral("instance.lock")))
{
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

SingleInstance::~SingleInstance() = default;

SingleInstance::Outcome SingleInstance::begin(const QString &link)
{
    if (!m_lock.tryLock(0))
        return m_lock.error() == QLockFile::LockFailedError ? handOver(link) : Outcome::Failed;
    // What is there has been left behind: we have the lock.
    QLocalServer::removeServer(m_socketPath);
    if (!m_server.listen(m_socketPath))
        qCWarning(lcPlatform, "a second start will not find this one: %s", qUtf8Printable(m_server.errorString()));
    return Outcome::First;
}

SingleInstance::Outcome SingleInstance::handOver(const QString &link) const
{
    const QDeadlineTimer deadline(patience);
    const QJsonObject message{{linkField, link}, {tokenField, activationToken()}};
    while (!deadline.hasExpired()) {
        QLocalSocket socket;
        socket.connectToServer(m_socketPath);
        if (!socket.waitForConnected(int(deadline.remainingTime()))) {
            QThread::msleep(retryInterval.count()); // it may just have been started
            continue;
        }
        socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
        while (!deadline.hasExpired() && socket.state() == QLocalSocket::ConnectedState) {
            if (socket.waitForReadyRead(int(deadline.remainingTime())) && socket.canReadLine())
                return Outcome::HandedOver;
        }
    }
    return Outcome::NotAnswering;
}

void SingleInstance::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(lineTimeout, socket, [socket] { socket->abort(); });
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->canReadLine()) {
                handleLine(socket->readLine(maxLineBytes));
                socket->write(answer);
                socket->disconnectFromServer();
            } else if (socket->bytesAvailable() >= maxLineBytes) {
                socket->abort();
            }
        });
    }
}

void SingleInstance::handleLine(const QByteArray &line)
{
    const QJsonObject message = QJsonDocument::fromJson(line).object();
    const QString link = message.value(linkField).toString();
    if (const QString token = message.value(tokenField).toString(); !token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    Q_EMIT handedOver(isLink(link) ? link : QString());
}

} // namespace platform
