#pragma once

#include "models/roomtexts.h"
#include "models/switchermodel.h"

#include "session/chatclient.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <qqmlregistration.h>

#include <functional>

namespace viewmodels {

/// The quick switcher: goes to a room or person by a few letters of the name.
/// Thread: UI thread.
class SwitcherViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to a ChatViewModel")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(models::SwitcherModel *results READ results CONSTANT)

public:
    static constexpr int maxResults = 30;

    /// How one gets there.
    struct Openers
    {
        std::function<void(const QString &room)> room;
        std::function<void(const QString &user)> direct;
    };

    /// @p client outlives it.
    SwitcherViewModel(session::ChatClient &client, Openers openers, QObject *parent = nullptr);

    [[nodiscard]] const QString &query() const { return m_query; }
    void setQuery(const QString &query);
    [[nodiscard]] models::SwitcherModel *results() { return &m_results; }

    /// Reads rooms and people anew; to be called when the switcher opens.
    Q_INVOKABLE void refresh();
    /// Goes there.
    Q_INVOKABLE void open(int row);

Q_SIGNALS:
    void queryChanged();

private:
    struct Candidate
    {
        models::SwitcherRow row;
        qint64 lastAt = 0; ///< of the latest message, UTC milliseconds
    };

    [[nodiscard]] QList<Candidate> candidates() const;
    void show();

    session::ChatClient &m_client;
    const Openers m_openers;
    const models::RoomTexts m_texts;
    models::SwitcherModel m_results;
    QList<Candidate> m_candidates;
    QString m_query;
};

} // namespace viewmodels
