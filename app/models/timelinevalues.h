#pragma once

#include "models/messagetexts.h"
#include "models/roomtexts.h"

#include "session/chatclient.h"
#include "session/timeline.h"

#include <QHash>
#include <QVariant>

#include <functional>
#include <optional>

namespace models {

/// Finds a message that may not be among the loaded ones, where this machine has it.
using MessageFinder = std::function<std::optional<protocol::chat::Message>(const QString &id)>;

/// What the rows of a TimelineModel say. Here rows count from the oldest, as in session::Timeline.
/// Thread: UI thread.
class TimelineValues final
{
public:
    /// All outlive it.
    TimelineValues(session::ChatClient &client, const session::Timeline &timeline, const markup::EmojiCatalogue &emoji,
                   MessageFinder findMessage);

    /// @p role is a TimelineModel::Role.
    [[nodiscard]] QVariant value(int row, int role);

    /// Whether the message mentions us or answers one of ours.
    [[nodiscard]] bool concernsMe(const protocol::chat::Message &message) const;
    /// Everything written after it is new: the line stands before the first such row. 0: there is no line.
    void setUnreadAfter(qint64 seq) { m_unreadAfter = seq; }
    [[nodiscard]] qint64 unreadAfter() const { return m_unreadAfter; }

    /// To be told of rows that have come: looks up what they answer, which value() must not do.
    void noteRows(int first, int last);
    void forget(const QString &key) { m_texts.forget(key); }
    void forgetAll() { m_texts.forgetAll(); }
    void setColours(const markup::Colours &colours) { m_texts.setColours(colours); }

    /// Names of those who have read up to this row and not further.
    [[nodiscard]] QStringList readers(int row) const;
    /// Whether a row says something about a user, such as by the author's name.
    [[nodiscard]] bool isAbout(int row, const QString &user) const;
    [[nodiscard]] static QString authorOf(const session::Entry &entry, const QString &me);

private:
    [[nodiscard]] QVariant placeValue(int row, int role) const;
    [[nodiscard]] QVariant authorValue(const session::Entry &entry, int role) const;
    [[nodiscard]] QVariant textValue(const session::Entry &entry, int role);
    [[nodiscard]] QVariant stateValue(const session::Entry &entry, int role) const;
    [[nodiscard]] QVariant replyValue(const session::Entry &entry, int role) const;
    [[nodiscard]] QVariantList reactions(const session::Entry &entry) const;
    [[nodiscard]] bool showsDay(int row) const;
    [[nodiscard]] bool startsGroup(int row) const;
    [[nodiscard]] bool showsUnreadLine(int row) const;
    [[nodiscard]] const protocol::chat::Message *repliedTo(const session::Entry &entry) const;
    [[nodiscard]] bool canDelete(const session::Entry &entry) const;
    [[nodiscard]] QString me() const { return m_client.me().id; }

    session::ChatClient &m_client;
    const session::Timeline &m_timeline;
    const MessageFinder m_findMessage;
    const RoomTexts m_roomTexts;
    const markup::EmojiCatalogue &m_emoji;
    MessageTexts m_texts;
    QHash<QString, protocol::chat::Message> m_replied; ///< answered messages that are not in the slice
    qint64 m_unreadAfter = 0;
};

} // namespace models
