#include "connection/enginehandshake.h"

#include "protocol/socketio/jsonreader.h"

#include <QCborMap>

#include <algorithm>

namespace connection {

namespace {

constexpr int maxDepth = 4;

std::optional<std::chrono::milliseconds> readDuration(const QCborValue &value)
{
    const qint64 milliseconds = value.toInteger(0);
    if (milliseconds < 1 || milliseconds > std::chrono::milliseconds(std::chrono::hours(1)).count())
        return std::nullopt;
    return std::chrono::milliseconds(milliseconds);
}

} // namespace

std::optional<EngineHandshake> readHandshake(QByteArrayView json)
{
    const auto value = protocol::socketio::readJson(json, maxDepth);
    if (!value || !value->isMap())
        return std::nullopt;
    const QCborMap map = value->toMap();
    const auto interval = readDuration(map[QStringLiteral("pingInterval")]);
    const auto timeout = readDuration(map[QStringLiteral("pingTimeout")]);
    if (!interval || !timeout)
        return std::nullopt;
    const qint64 maxPayloadBytes = map[QStringLiteral("maxPayload")].toInteger(0);
    return EngineHandshake{*interval, *timeout, std::max<qint64>(0, maxPayloadBytes)};
}

} // namespace connection
