#pragma once

#include "session/chatclient.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <qqmlregistration.h>

namespace viewmodels {

/// Somebody on the server.
/// Thread: UI thread.
class PersonViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to a ChatViewModel")
    Q_PROPERTY(QString userId READ userId NOTIFY userIdChanged)
    Q_PROPERTY(QString name READ name NOTIFY nameChanged)
    Q_PROPERTY(QString initial READ initial NOTIFY initialChanged)
    Q_PROPERTY(QString color READ color NOTIFY colorChanged)
    Q_PROPERTY(int state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString stateText READ stateText NOTIFY stateTextChanged)
    Q_PROPERTY(QString status READ status NOTIFY statusChanged)
    Q_PROPERTY(int role READ role NOTIFY roleChanged)
    Q_PROPERTY(QString roleText READ roleText NOTIFY roleChanged)

public:
    /// Follows the person with @p userId, or, without one, whoever we are. @p client outlives it.
    PersonViewModel(session::ChatClient &client, const QString &userId, QObject *parent = nullptr);

    [[nodiscard]] const QString &userId() const { return m_userId; }
    [[nodiscard]] const QString &name() const { return m_name; }
    /// The first character of the name, for where there is no picture.
    [[nodiscard]] const QString &initial() const { return m_initial; }
    /// `#rrggbb`: what they chose, or one made from their id.
    [[nodiscard]] const QString &color() const { return m_color; }
    /// A Presence.State.
    [[nodiscard]] int state() const { return m_state; }
    /// The same in words, with when they were last seen.
    [[nodiscard]] const QString &stateText() const { return m_stateText; }
    [[nodiscard]] const QString &status() const { return m_status; }
    /// In the server; a Role.Level.
    [[nodiscard]] int role() const { return m_role; }
    /// The same in words; empty for an ordinary member.
    [[nodiscard]] QString roleText() const;

Q_SIGNALS:
    void userIdChanged();
    void nameChanged();
    void initialChanged();
    void colorChanged();
    void stateChanged();
    void stateTextChanged();
    void statusChanged();
    void roleChanged();

private:
    void refresh();

    session::ChatClient &m_client;
    const QString m_fixedId; ///< empty: ourselves
    QString m_userId;
    QString m_name;
    QString m_initial;
    QString m_color;
    int m_state = 0;
    QString m_stateText;
    QString m_status;
    int m_role = 0;
};

} // namespace viewmodels
