#pragma once

#include "models/timelinevalues.h"

#include <QAbstractListModel>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>

namespace models {

/// What a TimelineModel needs beside the client.
struct TimelineParts
{
    std::unique_ptr<session::Timeline> timeline;
    const markup::EmojiCatalogue &emoji; ///< outlives the model
    MessageFinder findMessage;
    std::function<void(const QString &text)> copy; ///< to the clipboard
};

/// What a room's timeline shows, row 0 the newest.
/// Thread: UI thread.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString codeColor READ codeColor WRITE setCodeColor NOTIFY colorsChanged)
    Q_PROPERTY(QString mentionColor READ mentionColor WRITE setMentionColor NOTIFY colorsChanged)
    Q_PROPERTY(QString ownMentionColor READ ownMentionColor WRITE setOwnMentionColor NOTIFY colorsChanged)

public:
    enum class Kind { Message, System };
    Q_ENUM(Kind)
    /// How far one's own message has come.
    enum class SendState { Sent, Sending, Refused };
    Q_ENUM(SendState)

    enum Role {
        KeyRole = Qt::UserRole,
        KindRole,
        AuthorIdRole,
        AuthorNameRole,
        AuthorColorRole,
        AuthorInitialRole,
        IsMineRole,
        TimeTextRole,
        FullTimeTextRole,
        DayTextRole,
        ShowDayRole,
        StartsGroupRole,
        ShowUnreadLineRole,
        BlocksRole,
        PlainTextRole,
        IsEmojiOnlyRole,
        IsEditedRole,
        IsDeletedRole,
        IsPinnedRole,
        SendStateRole,
        ProblemRole,
        ReplyAuthorRole,
        ReplyTextRole,
        ReplyKeyRole,
        ReactionsRole,
        MentionsMeRole,
        ReadByRole,
        CanEditRole,
        CanDeleteRole,
        SystemTextRole,
    };

    /// @p client outlives the model.
    TimelineModel(session::ChatClient &client, TimelineParts parts, QObject *parent = nullptr);
    ~TimelineModel() override;

    /// What it shows; rows there count from the oldest.
    [[nodiscard]] session::Timeline &timeline() { return *m_parts.timeline; }
    /// The entry of a row.
    [[nodiscard]] const session::Entry &entryAt(int row) const { return m_parts.timeline->at(entryOf(row)); }
    /// From one way of counting rows to the other; -1 stays what it is.
    [[nodiscard]] int rowOfEntry(int entry) const { return entry < 0 ? -1 : count() - 1 - entry; }

    /// Draws the line of new messages before the first one after @p seq; 0: nowhere.
    void setUnreadAfter(qint64 seq);
    [[nodiscard]] qint64 unreadAfter() const { return m_values.unreadAfter(); }
    /// Of code within a text, of names that are mentioned, and of one's own name: `#rrggbb`; empty: as the text.
    [[nodiscard]] const QString &codeColor() const { return m_colors.code; }
    void setCodeColor(const QString &color);
    [[nodiscard]] const QString &mentionColor() const { return m_colors.mention; }
    void setMentionColor(const QString &color);
    [[nodiscard]] const QString &ownMentionColor() const { return m_colors.ownMention; }
    void setOwnMentionColor(const QString &color);
    /// Whether the message mentions us.
    [[nodiscard]] bool concernsMe(const protocol::chat::Message &message) const { return m_values.concernsMe(message); }

    [[nodiscard]] int count() const { return m_parts.timeline->count(); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// The row of a message, -1 if it is not among those that are loaded.
    Q_INVOKABLE int rowOf(const QString &key) const;
    /// When the message was written, UTC milliseconds; 0 if it is not loaded.
    Q_INVOKABLE double timeAt(int row) const;

    /// Adds one's reaction, or takes it back.
    Q_INVOKABLE void react(const QString &key, const QString &emoji);
    /// Takes the message back for everybody.
    Q_INVOKABLE void remove(const QString &key);
    Q_INVOKABLE void pin(const QString &key, bool isPinned);
    /// Sends what was refused again.
    Q_INVOKABLE void retry(const QString &key);
    /// Gives up what was refused or waits.
    Q_INVOKABLE void discard(const QString &key);
    /// Asks the server for a reminder of the message, that many minutes from now.
    Q_INVOKABLE void remind(const QString &key, int minutes);
    /// Puts the message's text on the clipboard, as it was written.
    Q_INVOKABLE void copyText(const QString &key);

Q_SIGNALS:
    void countChanged();
    void colorsChanged();
    /// Something did not work; a sentence for people.
    void problemOccurred(const QString &text);
    /// The server will remind us at that time, UTC milliseconds.
    void reminderSet(qint64 at);

private:
    [[nodiscard]] int entryOf(int row) const { return count() - 1 - row; }
    void followTimeline();
    void followPeople();
    void handleInserted(int first, int last);
    void handleRemoved(int first);
    void handleChanged(int entry, session::EntryFields fields);
    void handleTimelineState();
    void handleUser(const QString &user);
    void handleReaders();
    void handleMidnight();
    void waitForMidnight();
    /// Roles of entries from @p first to @p last have changed; all roles, if none are given.
    void tell(int first, int last, const QList<int> &roles = {});
    /// What an entry shares with the one before it.
    void tellPlace(int entry);
    void tellReplies(const QString &key);
    void setColor(QString &member, const QString &color);

    session::ChatClient &m_client;
    const TimelineParts m_parts;
    mutable TimelineValues m_values; ///< data() makes texts when they are first asked for
    markup::Colours m_colors;
    QHash<QString, qint64> m_readBy; ///< as it was told last
    QTimer m_midnight;
    bool m_hadBefore = true;
};

} // namespace models
