#include "protocol/socketio/jsonwriter.h"

#include "protocol/socketio/jsonnumber.h"

#include <QCborArray>
#include <QCborMap>
#include <QDateTime>
#include <QUuid>

namespace protocol::socketio {

namespace {

/// Writes values one behind the other; byte arrays go to `attachments` if there is such a list.
class Writer
{
public:
    Writer(QByteArray &out, QList<QByteArray> *attachments) : m_out(out), m_attachments(attachments) {}

    template <typename Value> // QCborValue, or a reference into a container, which is cheaper to read from
    void append(const Value &value)
    {
        switch (value.type()) {
        case QCborValue::Integer:
            return appendJsonInteger(m_out, value.toInteger());
        case QCborValue::Double:
            return appendJsonDouble(m_out, value.toDouble());
        case QCborValue::String:
            return appendJsonString(m_out, value.toString());
        case QCborValue::Array:
            return appendArray(value.toArray());
        case QCborValue::Map:
            return appendMap(value.toMap());
        case QCborValue::ByteArray:
            return appendBytes(value.toByteArray());
        case QCborValue::True:
            m_out.append("true", 4);
            return;
        case QCborValue::False:
            m_out.append("false", 5);
            return;
        default:
            return appendOther(value);
        }
    }

private:
    void appendArray(const QCborArray &array)
    {
        m_out.append('[');
        bool isFirst = true;
        for (const auto &element : array) {
            if (!isFirst)
                m_out.append(',');
            isFirst = false;
            append(element);
        }
        m_out.append(']');
    }

    void appendMap(const QCborMap &map)
    {
        m_out.append('{');
        bool isFirst = true;
        for (auto entry = map.cbegin(); entry != map.cend(); ++entry) {
            if (entry.value().isUndefined())
                continue;
            if (!isFirst)
                m_out.append(',');
            isFirst = false;
            appendKey(entry.key());
            m_out.append(':');
            append(entry.value());
        }
        m_out.append('}');
    }

    void appendKey(const QCborValue &key)
    {
        if (key.isString()) {
            appendJsonString(m_out, key.toString());
            return;
        }
        QByteArray name; // JavaScript has no other keys: the text of the value is the nearest there is
        Writer(name, nullptr).append(key);
        appendJsonString(m_out, QString::fromUtf8(name));
    }

    void appendBytes(const QByteArray &bytes)
    {
        if (m_attachments) {
            m_out.append("{\"_placeholder\":true,\"num\":");
            appendJsonInteger(m_out, m_attachments->size());
            m_out.append('}');
            m_attachments->append(bytes);
            return;
        }
        m_out.append("{\"type\":\"Buffer\",\"data\":[");
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            if (i > 0)
                m_out.append(',');
            appendJsonInteger(m_out, quint8(bytes[i]));
        }
        m_out.append("]}");
    }

    /// Dates and other values with a tag; null, undefined and unknown simple types are `null`.
    void appendOther(const QCborValue &value)
    {
        if (value.isDateTime())
            appendJsonString(m_out, value.toDateTime().toUTC().toString(Qt::ISODateWithMs));
        else if (value.isUuid())
            appendJsonString(m_out, value.toUuid().toString(QUuid::WithoutBraces));
        else if (value.isTag())
            append(value.taggedValue());
        else
            m_out.append("null", 4);
    }

    QByteArray &m_out;
    QList<QByteArray> *m_attachments;
};

} // namespace

void appendJson(QByteArray &out, const QCborValue &value)
{
    Writer(out, nullptr).append(value);
}

void appendJson(QByteArray &out, const QCborValue &value, QList<QByteArray> &attachments)
{
    Writer(out, &attachments).append(value);
}

} // namespace protocol::socketio
