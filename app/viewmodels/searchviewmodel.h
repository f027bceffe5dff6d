#pragma once

#include "models/searchresultsmodel.h"

#include "session/chatclient.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <qqmlregistration.h>

#include <functional>

namespace viewmodels {

/// Searching in what has been written.
/// Thread: UI thread.
class SearchViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to a ChatViewModel")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(bool inThisRoom READ inThisRoom WRITE setInThisRoom NOTIFY inThisRoomChanged)
    Q_PROPERTY(models::SearchResultsModel *results READ results CONSTANT)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY isBusyChanged)
    Q_PROPERTY(bool isOffline READ isOffline NOTIFY isOfflineChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY hasMoreChanged)
    Q_PROPERTY(bool isEmptyResult READ isEmptyResult NOTIFY isEmptyResultChanged)

public:
    /// Where a search may take one.
    struct Places
    {
        std::function<QString()> currentRoom; ///< id; empty: none
        std::function<void(const QString &room, const QString &message)> open;
    };

    /// @p client outlives it.
    SearchViewModel(session::ChatClient &client, Places places, QObject *parent = nullptr);

    [[nodiscard]] const QString &query() const { return m_query; }
    void setQuery(const QString &query);
    /// Only in the current room.
    [[nodiscard]] bool inThisRoom() const { return m_inThisRoom; }
    void setInThisRoom(bool inThisRoom);
    [[nodiscard]] models::SearchResultsModel *results() { return &m_results; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// The results come from what is kept on this computer.
    [[nodiscard]] bool isOffline() const { return m_isOffline; }
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    /// It has been searched, and nothing was found.
    [[nodiscard]] bool isEmptyResult() const { return m_isEmptyResult; }

    /// The page after what is there.
    Q_INVOKABLE void loadMore();
    /// Goes to the message of a result.
    Q_INVOKABLE void open(int row);
    /// Forgets query and results.
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void queryChanged();
    void inThisRoomChanged();
    void isBusyChanged();
    void isOfflineChanged();
    void problemChanged();
    void hasMoreChanged();
    void isEmptyResultChanged();

private:
    void begin();
    void ask(const QString &cursor);
    void handlePage(const session::Answer<session::SearchPage> &page, bool isFirst);
    void show();
    [[nodiscard]] models::SearchResult resultFrom(const session::SearchHit &hit) const;

    session::ChatClient &m_client;
    const Places m_places;
    models::SearchResultsModel m_results;
    QList<session::SearchHit> m_hits;
    QString m_cursor;
    QTimer m_timer; ///< until typing pauses
    int m_question = 0; ///< only the answer to the latest one counts
    QString m_query;
    bool m_inThisRoom = false;
    bool m_isBusy = false;
    bool m_isOffline = false;
    QString m_problem;
    bool m_hasMore = false;
    bool m_isEmptyResult = false;
};

} // namespace viewmodels
