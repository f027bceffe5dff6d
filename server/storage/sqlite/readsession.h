#pragma once

#include "storage/sqlite/auditreader.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/eventreader.h"
#include "storage/sqlite/historyreader.h"
#include "storage/sqlite/messagereader.h"
#include "storage/sqlite/options.h"
#include "storage/sqlite/personnames.h"
#include "storage/sqlite/roomkeys.h"
#include "storage/sqlite/searchreader.h"
#include "storage/sqlite/unreadreader.h"

#include "chat/ports/messagestore.h"

#include <memory>

namespace storage::sqlite {

/// A reading connection and all that can be asked through it.
/// Thread: the one that opened it.
class ReadSession final
{
public:
    /// Null when the database cannot be opened.
    [[nodiscard]] static std::unique_ptr<ReadSession> open(const Options &options);

    /// Calls @p read with this, while nothing of what it sees changes.
    template <typename T, typename Read>
    [[nodiscard]] chat::StoreResult<T> run(const Read &read)
    {
        if (const auto fault = m_begin.run())
            return refused(*fault);
        protocol::Expected<T, Fault> answer = read(*this);
        if (m_end.run())
            m_isBroken = true;
        if (!answer)
            return refused(answer.error());
        return std::move(answer).value();
    }
    /// Whether it is to be thrown away.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
    explicit ReadSession(std::unique_ptr<Connection> connection);
    [[nodiscard]] protocol::Failure<chat::StoreError> refused(Fault fault);

    std::unique_ptr<Connection> m_connection;
    Statement m_begin;
    Statement m_end;
    bool m_isBroken = false;
    PersonNames m_names;
    RoomKeys m_rooms;

public:
    MessageReader messages;
    HistoryReader history;
    EventReader events;
    UnreadReader unread;
    SearchReader search;
    AuditReader audit;
};

} // namespace storage::sqlite
