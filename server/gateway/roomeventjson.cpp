#include "gateway/roomeventjson.h"

#include "protocol/socketio/jsonwriter.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace gateway {

using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::socketio::appendJson;
using protocol::socketio::appendJsonString;

namespace {

/// Large enough for most messages; a QByteArray that grows piece by piece is several times the work.
using Buffer = QVarLengthArray<char, 1024>;

bool isPlain(QChar unit)
{
    return unit >= u' ' && unit < u'\x80' && unit != u'"' && unit != u'\\';
}

void appendBytes(Buffer &out, QByteArrayView bytes)
{
    out.append(bytes.data(), bytes.size());
}

void appendString(Buffer &out, const QString &text)
{
    if (!std::all_of(text.cbegin(), text.cend(), isPlain)) {
        QByteArray quoted;
        appendJsonString(quoted, text);
        appendBytes(out, quoted);
        return;
    }
    const qsizetype start = out.size();
    out.resize(start + text.size() + 2);
    char *cursor = out.data() + start;
    *cursor++ = '"';
    for (const QChar unit : text)
        *cursor++ = unit.toLatin1();
    *cursor = '"';
}

/// Writes the members of one object, in the order of the calls.
class ObjectWriter
{
public:
    explicit ObjectWriter(Buffer &out) : m_out(out) { m_out.append('{'); }

    void add(QByteArrayView name, const QString &value)
    {
        begin(name);
        appendString(m_out, value);
    }
    void add(QByteArrayView name, qint64 value)
    {
        std::array<char, 24> digits;
        const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
        addJson(name, {digits.data(), written.ptr - digits.data()});
    }
    void add(QByteArrayView name, const QCborValue &value)
    {
        QByteArray json;
        appendJson(json, value);
        addJson(name, json);
    }
    void addJson(QByteArrayView name, QByteArrayView json)
    {
        begin(name);
        appendBytes(m_out, json);
    }
    /// What is appended next is the value.
    void begin(QByteArrayView name)
    {
        if (!std::exchange(m_isFirst, false))
            m_out.append(',');
        m_out.append('"');
        appendBytes(m_out, name);
        m_out.append("\":", 2);
    }
    void end() { m_out.append('}'); }

private:
    Buffer &m_out;
    bool m_isFirst = true;
};

/// As Message::toMap() of a message that is new: not edited, deleted or pinned, and without reactions.
void appendNewMessage(Buffer &out, const Message &message)
{
    ObjectWriter object(out);
    object.add("id", message.id);
    object.add("room", message.room);
    object.add("seq", message.seq);
    object.add("at", message.at);
    object.add("by", message.by);
    object.add("text", message.text);
    if (!message.replyTo.isEmpty())
        object.add("replyTo", message.replyTo);
    if (!message.mentions.isEmpty())
        object.add("mentions", QCborValue(QCborArray::fromStringList(message.mentions)));
    object.addJson("reactions", "[]");
    if (message.attachments.isEmpty())
        object.addJson("attachments", "[]");
    else
        object.add("attachments", QCborValue(message.attachments));
    object.end();
}

bool isNew(const Message &message)
{
    return message.editedAt == 0 && !message.isDeleted && !message.isPinned && message.reactions.isEmpty();
}

} // namespace

void appendRoomEventJson(QByteArray &out, const RoomEvent &event)
{
    if (!event.message || !isNew(*event.message) || !event.detail.isEmpty()) {
        appendJson(out, event.toMap());
        return;
    }
    Buffer json;
    ObjectWriter object(json);
    object.add("room", event.room);
    object.add("seq", event.seq);
    object.add("type", QString(wireName(event.type)));
    if (!event.by.isEmpty())
        object.add("by", event.by);
    object.add("at", event.at);
    object.begin("message");
    appendNewMessage(json, *event.message);
    object.end();
    out.append(json.constData(), json.size());
}

} // namespace gateway
