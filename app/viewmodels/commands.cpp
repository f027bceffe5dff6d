#include "viewmodels/commands.h"

#include "models/problemtexts.h"

namespace viewmodels {

using protocol::chat::PresenceState;

QList<Commands::Description> Commands::all()
{
    return {
        {QStringLiteral("away"), tr("Show that you are away, and why")},
        {QStringLiteral("back"), tr("Show that you are here again")},
        {QStringLiteral("busy"), tr("Ask not to be disturbed")},
        {QStringLiteral("leave"), tr("Leave this room")},
        {QStringLiteral("shrug"), tr("Put a shrug behind your text")},
        {QStringLiteral("topic"), tr("Say what this room is about")},
    };
}

Commands::Commands(session::ChatClient &client, QString room, ProblemHandler handleProblem)
    : m_client(client), m_room(std::move(room)), m_handleProblem(std::move(handleProblem))
{
}

session::AnswerHandler<session::Done> Commands::reportProblem() const
{
    return [handle = m_handleProblem](const session::Answer<session::Done> &answer) {
        if (!answer)
            handle(models::ProblemTexts::text(answer.error()));
    };
}

Commands::Result Commands::run(const QString &text, QObject *context) const
{
    if (!text.startsWith(QLatin1Char('/')))
        return {};
    const QString name = text.mid(1).section(QLatin1Char(' '), 0, 0).toLower();
    const QString rest = text.section(QLatin1Char(' '), 1).trimmed();
    if (name == QLatin1String("away"))
        m_client.setPresence(PresenceState::Away, rest);
    else if (name == QLatin1String("back"))
        m_client.setPresence(PresenceState::Online, rest);
    else if (name == QLatin1String("busy"))
        m_client.setPresence(PresenceState::DoNotDisturb, rest);
    else if (name == QLatin1String("leave"))
        m_client.roomRequests().leave(m_room, context, reportProblem());
    else if (name == QLatin1String("shrug"))
        return {Outcome::Post, QStringLiteral("%1 ¯\\\\_(ツ)_/¯").arg(rest).trimmed()};
    else if (name == QLatin1String("topic"))
        m_client.roomRequests().update(m_room, {std::nullopt, rest, std::nullopt, std::nullopt}, context,
                                       reportProblem());
    else
        return {}; // such as a path
    return {Outcome::Done, {}};
}

} // namespace viewmodels
