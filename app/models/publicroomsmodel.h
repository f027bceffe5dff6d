#pragma once

#include "models/recordmodel.h"

#include "session/chatclient.h"

#include <QTimer>

namespace models {

/// The rooms that one may find: public ones and one's own, by name.
/// Thread: UI thread.
class PublicRoomsModel : public RecordModel
{
    Q_OBJECT
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY isBusyChanged)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY hasMoreChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    /// @p client outlives the model.
    explicit PublicRoomsModel(session::ChatClient &client, QObject *parent = nullptr);

    /// Only rooms with this in their name. The list follows a moment after the last change.
    [[nodiscard]] const QString &query() const { return m_query; }
    void setQuery(const QString &query);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] bool hasMore() const { return !m_cursor.isEmpty(); }
    /// Why the rooms cannot be shown, for people.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// Asks the server for the first page.
    Q_INVOKABLE void load();
    /// The page after what is there.
    Q_INVOKABLE void loadMore();

Q_SIGNALS:
    void queryChanged();
    void isBusyChanged();
    void hasMoreChanged();
    void problemChanged();

private:
    void ask(const QString &cursor);
    void handlePage(const session::Answer<session::RoomPage> &page, bool isFirst);
    void setBusy(bool isBusy);
    void setProblem(const QString &problem);
    void setCursor(const QString &cursor);
    /// Whether one is a member of those in the list may have changed.
    void followMembership(const QString &room);

    session::ChatClient &m_client;
    QTimer m_queryTimer;
    QString m_query;
    QString m_problem;
    QString m_cursor;
    bool m_isBusy = false;
    int m_question = 0; ///< only the answer to the latest one counts
};

} // namespace models
