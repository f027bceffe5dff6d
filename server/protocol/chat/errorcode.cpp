#include "protocol/chat/errorcode.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace protocol::chat {

namespace {

struct Entry
{
    ErrorCode code;
    QLatin1String name;
    QLatin1String message;
};

/// In the order of the enum, so that a code is its own index.
constexpr std::array entries{
    Entry{ErrorCode::BadRequest, QLatin1String("bad_request"), QLatin1String("The request is not as it should be.")},
    Entry{ErrorCode::UnknownEvent, QLatin1String("unknown_event"), QLatin1String("There is no such event.")},
    Entry{ErrorCode::NotFound, QLatin1String("not_found"), QLatin1String("There is no such thing.")},
    Entry{ErrorCode::Forbidden, QLatin1String("forbidden"), QLatin1String("You may not do this.")},
    Entry{ErrorCode::NotMember, QLatin1String("not_member"), QLatin1String("You are not in this room.")},
    Entry{ErrorCode::NameTaken, QLatin1String("name_taken"), QLatin1String("This name belongs to somebody else.")},
    Entry{ErrorCode::BadName, QLatin1String("bad_name"), QLatin1String("This name cannot be used.")},
    Entry{ErrorCode::BadPassword, QLatin1String("bad_password"), QLatin1String("The password is wrong.")},
    Entry{ErrorCode::BadToken, QLatin1String("bad_token"), QLatin1String("This token is not known here.")},
    Entry{ErrorCode::ServerPasswordRequired, QLatin1String("server_password_required"),
          QLatin1String("This server asks for a password.")},
    Entry{ErrorCode::Banned, QLatin1String("banned"), QLatin1String("You have been banned.")},
    Entry{ErrorCode::Muted, QLatin1String("muted"), QLatin1String("You may not write here at the moment.")},
    Entry{ErrorCode::ServerFull, QLatin1String("server_full"), QLatin1String("The server is full.")},
    Entry{ErrorCode::ProtocolVersion, QLatin1String("protocol_version"),
          QLatin1String("The server speaks another version of the protocol.")},
    Entry{ErrorCode::RateLimited, QLatin1String("rate_limited"), QLatin1String("Too fast. Please wait a moment.")},
    Entry{ErrorCode::SlowMode, QLatin1String("slow_mode"),
          QLatin1String("This room is in slow mode. Please wait a moment.")},
    Entry{ErrorCode::TooLong, QLatin1String("too_long"), QLatin1String("This is too long.")},
    Entry{ErrorCode::TooMany, QLatin1String("too_many"), QLatin1String("There are too many of these already.")},
    Entry{ErrorCode::AlreadyExists, QLatin1String("already_exists"), QLatin1String("There is one already.")},
    Entry{ErrorCode::LastOwner, QLatin1String("last_owner"), QLatin1String("Nobody would be left as the owner.")},
    Entry{ErrorCode::StorageFull, QLatin1String("storage_full"), QLatin1String("The server's disk is full.")},
    Entry{ErrorCode::StorageFailed, QLatin1String("storage_failed"),
          QLatin1String("The server cannot store anything at the moment.")},
    Entry{ErrorCode::ShuttingDown, QLatin1String("shutting_down"), QLatin1String("The server is shutting down.")},
    Entry{ErrorCode::Internal, QLatin1String("internal"), QLatin1String("Something went wrong in the server.")},
};

constexpr bool isInOrder()
{
    for (size_t i = 0; i < entries.size(); ++i) {
        if (size_t(entries[i].code) != i)
            return false;
    }
    return entries.size() == size_t(ErrorCode::Internal) + 1;
}
static_assert(isInOrder());

} // namespace

QLatin1String wireName(ErrorCode code) noexcept
{
    return entries[size_t(code)].name;
}

std::optional<ErrorCode> errorCodeFrom(QStringView wireName) noexcept
{
    const auto it = std::find_if(entries.begin(), entries.end(),
                                 [wireName](const Entry &entry) { return entry.name == wireName; });
    return it == entries.end() ? std::nullopt : std::optional(it->code);
}

QLatin1String defaultMessage(ErrorCode code) noexcept
{
    return entries[size_t(code)].message;
}

} // namespace protocol::chat
