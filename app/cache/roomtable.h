#pragma once

#include "cache/cachedroom.h"
#include "cache/messagetable.h"
#include "cache/statement.h"

#include <QHash>
#include <QString>

#include <optional>

namespace cache {

class Database;

/// Changes the rows of rooms. It remembers the keys and seqs of rooms between changes: after a transaction has been
/// rolled back, it must forgetWhatItRead(). Thread: writer.
class RoomTable final
{
public:
    struct Entry
    {
        RoomKey key;
        qint64 seq = 0; ///< of the last event applied
        bool mustReset = false; ///< storeRoom() has not said yet how it is now
    };

    explicit RoomTable(Database &database);

    /// Nothing for a room that is not there.
    [[nodiscard]] std::optional<Entry> find(const QString &id);
    void store(const CachedRoom &room);
    void setSeq(const RoomKey &room, qint64 seq);
    void storeReadState(const QString &id, const ReadState &state);
    void setNotifyLevel(const QString &id, NotifyLevel level);
    void setFavourite(const QString &id, bool isFavourite);
    /// Lets a room go: its id is free, and its messages are nobody's.
    void abandon(const QString &id);
    /// The same, but the room is there again at once, with nothing in it.
    void reset(const QString &id);
    /// Some room that was abandoned; 0 if there is none.
    [[nodiscard]] qint64 abandonedRoom();
    void remove(qint64 key);
    void forgetWhatItRead() { m_entries.clear(); }

private:
    QHash<QString, Entry> m_entries;
    Statement m_find;
    Statement m_insert;
    Statement m_update;
    Statement m_setSeq;
    Statement m_storeReadState;
    Statement m_setNotifyLevel;
    Statement m_setFavourite;
    Statement m_abandon;
    Statement m_copy;
    Statement m_readAbandoned;
    Statement m_remove;
};

} // namespace cache
