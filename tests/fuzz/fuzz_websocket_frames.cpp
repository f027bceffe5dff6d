#include "require.h"

#include "net/websocketframereader.h"

#include <QtEndian>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

using net::WebSocketFrameReader;
using Event = WebSocketFrameReader::Event;

namespace {

constexpr qint64 Limit = 300; // small, so that short inputs reach it

struct Happening
{
    Event event;
    QByteArray payload;
    friend bool operator==(const Happening &, const Happening &) = default;
};

bool isEnd(Event event)
{
    return event == Event::Close || event >= Event::ProtocolError;
}

/// Feeds the input as a connection would that receives `pieceSize` bytes at a time.
std::vector<Happening> read(QByteArray bytes, qsizetype pieceSize)
{
    WebSocketFrameReader reader(Limit);
    std::vector<Happening> story;
    for (qsizetype start = 0; start < bytes.size(); start += pieceSize) {
        std::span<char> input(bytes.data() + start, std::size_t(std::min(pieceSize, bytes.size() - start)));
        for (Event event = reader.read(input); event != Event::NeedsMore; event = reader.read(input)) {
            story.push_back({event, reader.payload().toByteArray()});
            if (isEnd(event))
                return story;
        }
        fuzz::require(input.empty(), "what needs more has used up its input");
    }
    return story;
}

void requireWellFormed(const Happening &happening)
{
    const QByteArray &payload = happening.payload;
    switch (happening.event) {
    case Event::Text:
        fuzz::require(payload.isValidUtf8(), "text is UTF-8");
        fuzz::require(payload.size() <= Limit, "message size");
        break;
    case Event::Binary:
        fuzz::require(payload.size() <= Limit, "message size");
        break;
    case Event::Ping:
    case Event::Pong:
        fuzz::require(payload.size() <= 125, "size of a control frame");
        break;
    case Event::Close:
        fuzz::require(payload.size() != 1 && payload.size() <= 125, "size of a close frame");
        fuzz::require(payload.isEmpty() || qFromBigEndian<quint16>(payload.constData()) >= 1000, "close code");
        fuzz::require(payload.isEmpty() || payload.sliced(2).isValidUtf8(), "a close reason is UTF-8");
        break;
    default:
        break;
    }
}

} // namespace

/// Input: what a client sends after the handshake. Messages are well-formed or refused, and it does not matter in what
/// pieces the bytes arrive.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto whole = read(input, std::max<qsizetype>(1, input.size()));
    for (const Happening &happening : whole)
        requireWellFormed(happening);
    fuzz::require(whole == read(input, 1), "how the bytes arrive does not change what they say");
    fuzz::require(whole == read(input, 7), "how the bytes arrive does not change what they say");
    return 0;
}
