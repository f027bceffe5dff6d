#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <chrono>
#include <optional>

namespace connection {

/// What an Engine.IO server says when a session opens.
/// Thread: any (a value type).
struct EngineHandshake
{
    std::chrono::milliseconds pingInterval{0};
    std::chrono::milliseconds pingTimeout{0};
    qint64 maxPayloadBytes = 0; ///< of one message to the server; 0 when it does not say

    /// How long the server may be silent before it is taken for lost.
    [[nodiscard]] std::chrono::milliseconds maxSilence() const { return pingInterval + pingTimeout; }
};

/// Reads the data of an Engine.IO open packet. Nothing when it is none, or names times that are not between 1 ms and an
/// hour.
[[nodiscard]] std::optional<EngineHandshake> readHandshake(QByteArrayView json);

} // namespace connection
