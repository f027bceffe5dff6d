#include "protocol/chat/readingrequests.h"

#include "protocol/chat/fieldreader.h"

#include <array>

namespace protocol::chat {

namespace {

struct DirectionField
{
    QLatin1String name;
    GetHistory::Direction direction;
};

constexpr std::array directionFields{
    DirectionField{QLatin1String("before"), GetHistory::Direction::Before},
    DirectionField{QLatin1String("after"), GetHistory::Direction::After},
    DirectionField{QLatin1String("around"), GetHistory::Direction::Around},
    DirectionField{QLatin1String("date"), GetHistory::Direction::Date},
};

} // namespace

Result<GetHistory> readGetHistory(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    GetHistory request;
    request.room = fields.id(QLatin1String("room"));
    for (const DirectionField &field : directionFields) {
        const auto position = fields.optionalInteger(field.name, 0);
        if (!position)
            continue;
        if (request.direction != GetHistory::Direction::Latest) {
            fields.refuse(ErrorCode::BadRequest, field.name,
                          QStringLiteral("cannot stand beside another of before, after, around and date"));
        }
        request.direction = field.direction;
        request.position = *position;
    }
    request.limit = fields.pageSize(QLatin1String("limit"), request.limit, limits.maxPageSize);
    return fields.result(std::move(request));
}

Result<Sync> readSync(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    Sync request;
    request.rooms = fields.positions(QLatin1String("rooms"), limits.maxRoomsPerUser);
    return fields.result(std::move(request));
}

Result<MarkRead> readMarkRead(const QCborMap &map, const Limits &)
{
    FieldReader fields(map);
    MarkRead request;
    request.room = fields.id(QLatin1String("room"));
    request.seq = fields.integer(QLatin1String("seq"), 0);
    return fields.result(std::move(request));
}

Result<Search> readSearch(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    Search request;
    request.query = fields.text(QLatin1String("query"), limits.maxQueryCharacters);
    request.room = fields.optionalId(QLatin1String("room"));
    request.from = fields.optionalId(QLatin1String("from"));
    request.since = fields.optionalInteger(QLatin1String("since"), 0);
    request.until = fields.optionalInteger(QLatin1String("until"), 0);
    request.cursor = fields.cursor(QLatin1String("cursor"));
    request.limit = fields.pageSize(QLatin1String("limit"), request.limit, limits.maxPageSize);
    return fields.result(std::move(request));
}

} // namespace protocol::chat
