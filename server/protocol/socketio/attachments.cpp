#include "protocol/socketio/attachments.h"

#include <QCborArray>
#include <QCborMap>

#include <cmath>
#include <optional>
#include <vector>

namespace protocol::socketio {

using namespace Qt::StringLiterals;

namespace {

bool isPlaceholder(const QCborMap &map)
{
    return map.value("_placeholder"_L1).isTrue();
}

/// The index in a placeholder. JSON may write an integer as `1.0` or `1e0`.
std::optional<qint64> attachmentIndex(const QCborMap &placeholder)
{
    const QCborValue num = placeholder.value("num"_L1);
    if (num.isInteger())
        return num.toInteger();
    if (num.isDouble() && num.toDouble() >= 0 && num.toDouble() < 1e9 && std::trunc(num.toDouble()) == num.toDouble())
        return qint64(num.toDouble());
    return std::nullopt;
}

/// Ticks off the indexes of the placeholders it walks over.
class PlaceholderCheck
{
public:
    explicit PlaceholderCheck(int count) : m_isUsed(std::size_t(count), false) {}

    [[nodiscard]] bool visit(const QCborValue &value)
    {
        if (value.isArray())
            return visitAll(value.toArray());
        if (!value.isMap())
            return true;
        const QCborMap map = value.toMap();
        return isPlaceholder(map) ? tickOff(attachmentIndex(map)) : visitAll(map);
    }

    [[nodiscard]] bool isComplete() const noexcept { return m_usedCount == m_isUsed.size(); }

private:
    template <typename Container>
    bool visitAll(const Container &container)
    {
        for (auto it = container.cbegin(); it != container.cend(); ++it) {
            if (!visit(childOf(it)))
                return false;
        }
        return true;
    }

    static QCborValue childOf(QCborArray::ConstIterator it) { return *it; }
    static QCborValue childOf(QCborMap::ConstIterator it) { return it.value(); }

    bool tickOff(std::optional<qint64> index)
    {
        if (!index || *index < 0 || *index >= qint64(m_isUsed.size()) || m_isUsed[std::size_t(*index)])
            return false;
        m_isUsed[std::size_t(*index)] = true;
        ++m_usedCount;
        return true;
    }

    std::vector<bool> m_isUsed;
    std::size_t m_usedCount = 0;
};

} // namespace

bool hasMatchingPlaceholders(const QCborValue &data, int count)
{
    PlaceholderCheck check(count);
    return check.visit(data) && check.isComplete();
}

namespace {

bool restoreIn(QCborValue &value, const QList<QByteArray> &attachments);

/// Returns whether the container has changed. It is only written to, and so detached, where a child has.
bool restoreChildren(QCborArray &array, const QList<QByteArray> &attachments)
{
    bool isChanged = false;
    for (qsizetype i = 0; i < array.size(); ++i) {
        QCborValue child = array.at(i);
        if (restoreIn(child, attachments)) {
            array[i] = child;
            isChanged = true;
        }
    }
    return isChanged;
}

bool restoreChildren(QCborMap &map, const QList<QByteArray> &attachments)
{
    bool isChanged = false;
    for (qsizetype i = 0; i < map.size(); ++i) {
        QCborValue child = (map.constBegin() + i).value();
        if (restoreIn(child, attachments)) {
            (map.begin() + i).value() = child;
            isChanged = true;
        }
    }
    return isChanged;
}

bool restoreIn(QCborValue &value, const QList<QByteArray> &attachments)
{
    if (value.isArray()) {
        QCborArray array = value.toArray();
        if (!restoreChildren(array, attachments))
            return false;
        value = array;
        return true;
    }
    if (!value.isMap())
        return false;

    QCborMap map = value.toMap();
    if (isPlaceholder(map)) {
        value = attachments.at(qsizetype(*attachmentIndex(map)));
        return true;
    }
    if (!restoreChildren(map, attachments))
        return false;
    value = map;
    return true;
}

} // namespace

void restoreAttachments(QCborValue &data, const QList<QByteArray> &attachments)
{
    restoreIn(data, attachments);
}

} // namespace protocol::socketio
