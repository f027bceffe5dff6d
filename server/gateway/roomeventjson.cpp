#include "gateway/roomeventjson.h"

#include "protocol/socketio/jsonnumber.h"
#include "protocol/socketio/jsonwriter.h"

namespace gateway {

using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::socketio::appendJson;
using protocol::socketio::appendJsonInteger;
using protocol::socketio::appendJsonString;

namespace {

/// Beside its texts a posted message has about as many bytes.
constexpr qsizetype typicalMemberBytes = 256;

/// Writes the members of one object, in the order of the calls.
class ObjectWriter
{
public:
    explicit ObjectWriter(QByteArray &out) : m_out(out) { m_out.append('{'); }

    void add(QByteArrayView name, const QString &value)
    {
        begin(name);
        appendJsonString(m_out, value);
    }
    void add(QByteArrayView name, QLatin1String plain)
    {
        begin(name);
        m_out.append('"').append(plain.data(), plain.size()).append('"');
    }
    void add(QByteArrayView name, qint64 value)
    {
        begin(name);
        appendJsonInteger(m_out, value);
    }
    void add(QByteArrayView name, const QCborValue &value)
    {
        begin(name);
        appendJson(m_out, value);
    }
    /// What is appended next is the value.
    void begin(QByteArrayView name)
    {
        if (!m_out.endsWith('{'))
            m_out.append(',');
        m_out.append('"').append(name).append("\":", 2);
    }
    void end() { m_out.append('}'); }

private:
    QByteArray &m_out;
};

/// As Message::toMap() of a message that is new: not edited, deleted or pinned, and without reactions.
void appendNewMessage(QByteArray &out, const Message &message)
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
        object.add("mentions", QCborArray::fromStringList(message.mentions));
    object.begin("reactions");
    out.append("[]", 2);
    if (message.attachments.isEmpty()) {
        object.begin("attachments");
        out.append("[]", 2);
    } else {
        object.add("attachments", message.attachments);
    }
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
    out.reserve(out.size() + typicalMemberBytes + event.message->text.size());
    ObjectWriter object(out);
    object.add("room", event.room);
    object.add("seq", event.seq);
    object.add("type", wireName(event.type));
    if (!event.by.isEmpty())
        object.add("by", event.by);
    object.add("at", event.at);
    object.begin("message");
    appendNewMessage(out, *event.message);
    object.end();
}

} // namespace gateway
