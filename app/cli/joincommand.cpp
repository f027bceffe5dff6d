#include "cli/joincommand.h"

#include <QDateTime>

namespace cli {

JoinCommand::JoinCommand(const Options &options, Output &output)
    : RoomCommand(options, output, ChatSession::TimeLimit::FirstWelcome, Membership::Needed)
{
    m_leaveTimer.setSingleShot(true);
    m_leaveTimer.setInterval(options.timeout);
    connect(&m_leaveTimer, &QTimer::timeout, this, [this] {
        this->output().printError(QStringLiteral("timeout"), QStringLiteral("Not everything could be sent"));
        finish(ExitCode::NoConnection);
    });
    connect(&m_input, &InputLines::lineRead, this, &JoinCommand::handleLine);
    connect(&m_input, &InputLines::ended, this, &JoinCommand::leave);
}

void JoinCommand::runIn(const Room &room)
{
    m_sender = std::make_unique<MessageSender>(session(), room.id);
    connect(m_sender.get(), &MessageSender::sent, this,
            [this](const QString &nonce, const QCborMap &reply) { output().printSent(nonce, reply); });
    connect(m_sender.get(), &MessageSender::refused, this,
            [this](const ServerError &error) { output().printError(error.code, error.message); });
    connect(m_sender.get(), &MessageSender::idle, this, [this] {
        if (m_isLeaving)
            finish(ExitCode::Done);
    });

    m_feed = std::make_unique<RoomFeed>(session(), room.id);
    connect(m_feed.get(), &RoomFeed::messagePosted, this, [this](const Message &message) {
        if (message.by != session().userId() || output().isJson())
            printer().printMessage(message);
    });
    connect(m_feed.get(), &RoomFeed::memberJoined, this, [this](const QString &user, qint64 at) {
        printer().printUserEvent(QStringLiteral("joined"), QStringLiteral("joined"), user, at);
    });
    connect(m_feed.get(), &RoomFeed::memberLeft, this, [this](const QString &user, qint64 at) {
        printer().printUserEvent(QStringLiteral("left"), QStringLiteral("left"), user, at);
    });
    connect(&session(), &ChatSession::presenceReceived, this, &JoinCommand::handlePresence);

    output().printNotice(
        QStringLiteral("You are %1 in #%2. /quit ends.").arg(session().users().name(session().userId()), room.name));
    m_feed->startAfter(room.seq);
    m_input.start();
}

void JoinCommand::handleLine(const QString &line)
{
    if (m_isLeaving || line.trimmed().isEmpty())
        return;
    if (line.trimmed() == QStringLiteral("/quit"))
        leave();
    else if (line.startsWith(QStringLiteral("//")))
        m_sender->send(line.sliced(1));
    else if (line.startsWith(u'/'))
        output().printNotice(QStringLiteral("There is only /quit. To send a line that begins with /, type it twice."));
    else
        m_sender->send(line);
}

void JoinCommand::handlePresence(const QCborMap &presence)
{
    const QString user = presence[QStringLiteral("user")].toString();
    const bool isOnline = presence[QStringLiteral("state")].toString() != QStringLiteral("offline");
    const bool isNew = !m_isOnline.contains(user) || m_isOnline.value(user) != isOnline;
    if (user.isEmpty() || user == session().userId() || !isNew)
        return;
    m_isOnline.insert(user, isOnline);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (isOnline)
        printer().printUserEvent(QStringLiteral("online"), QStringLiteral("is here"), user, now);
    else
        printer().printUserEvent(QStringLiteral("offline"), QStringLiteral("has gone"), user, now);
}

void JoinCommand::leave()
{
    if (m_isLeaving)
        return;
    m_isLeaving = true;
    if (m_sender->isIdle())
        finish(ExitCode::Done);
    else
        m_leaveTimer.start();
}

} // namespace cli
