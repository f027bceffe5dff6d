#pragma once

#include "models/orderedmodel.h"
#include "models/roomtexts.h"

#include "session/chatclient.h"

#include <QHash>
#include <QSet>

namespace models {

/// The rooms one is in: by section, then by name. Among those with something unread, the ones that mention us come
/// first. Direct conversations go by who has written last.
///
/// The current room stays in its section while it is current, so that it does not jump away when it is read.
/// Thread: UI thread.
class RoomListModel : public OrderedModel
{
    Q_OBJECT

public:
    enum class Section { Unread, Favourites, Rooms, Direct };
    Q_ENUM(Section)

    /// @p client and @p emoji outlive the model.
    RoomListModel(session::ChatClient &client, const markup::EmojiCatalogue &emoji, QObject *parent = nullptr);

    /// Only rooms with this in their name are in the list.
    [[nodiscard]] const QString &filter() const { return m_filter; }
    void setFilter(const QString &filter);
    /// Empty: none.
    void setCurrent(const QString &id);
    void setHasDraft(const QString &id, bool has);
    [[nodiscard]] bool isUnread(const QString &id) const;

private:
    enum RoomRole {
        RoomIdRole = Qt::UserRole,
        NameRole,
        KindRole,
        SectionRole,
        SectionTitleRole,
        UnreadRole,
        MentionsRole,
        IsMutedRole,
        HasDraftRole,
        LastTextRole,
        LastTimeRole,
        TypingRole,
        IsCurrentRole,
        PresenceRole,
        InitialRole,
        ColorRole,
        TopicRole,
        EndOfRoles,
    };
    struct Row
    {
        Section section = Section::Rooms;
        QList<QVariant> values;
    };

    [[nodiscard]] QVariant value(const QString &id, int role) const override;
    [[nodiscard]] static QString title(Section section);
    [[nodiscard]] Section sectionOf(const session::RoomState &state) const;
    [[nodiscard]] QVariant freshValue(const session::RoomState &state, Section section, int role) const;
    [[nodiscard]] QVariant presenceOf(const session::RoomState &state) const;
    void refresh(const QString &id);
    void refreshAll();
    void refreshThoseOf(const QString &user);

    session::ChatClient &m_client;
    const markup::EmojiCatalogue &m_emoji;
    const RoomTexts m_texts;
    QString m_filter;
    QString m_current;
    QSet<QString> m_withDraft;
    QHash<QString, Row> m_rows; ///< of rooms in the list
};

} // namespace models
