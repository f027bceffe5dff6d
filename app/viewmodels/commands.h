#pragma once

#include "session/chatclient.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <functional>

namespace viewmodels {

/// What can be written instead of a message to do something: `/away At lunch`.
/// Thread: UI thread.
class Commands final
{
    Q_DECLARE_TR_FUNCTIONS(viewmodels::Commands)

public:
    struct Description
    {
        QString name; ///< without the slash
        QString meaning; ///< for people
    };
    using ProblemHandler = std::function<void(const QString &text)>;

    [[nodiscard]] static QList<Description> all();

    /// @p client outlives it. @p handleProblem is told what did not work, for people.
    Commands(session::ChatClient &client, QString room, ProblemHandler handleProblem);

    enum class Outcome {
        None, ///< the text is no command
        Done,
        Post, ///< `text` is to be posted instead
    };
    struct Result
    {
        Outcome outcome = Outcome::None;
        QString text;
    };
    /// @p context is what answers of the server may be told to.
    [[nodiscard]] Result run(const QString &text, QObject *context) const;

private:
    [[nodiscard]] session::AnswerHandler<session::Done> reportProblem() const;

    session::ChatClient &m_client;
    const QString m_room;
    const ProblemHandler m_handleProblem;
};

} // namespace viewmodels
