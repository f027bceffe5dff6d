#include "protocol/socketio/jsonreader.h"

#include "protocol/socketio/flatjson.h"
#include "protocol/socketio/jsongrammar.h"

#include <QCborArray>
#include <QCborMap>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace protocol::socketio {

namespace {

constexpr int flatDepth = 2; ///< an object in an array

} // namespace

Result<QCborValue> readJson(QByteArrayView text, int maxDepth)
{
    if (maxDepth >= flatDepth) {
        if (auto value = readFlatJson(text))
            return std::move(*value);
    }
    if (const auto error = checkJsonGrammar(text, maxDepth))
        return failure(*error);

    // QJsonDocument keeps its values in CBOR containers: the conversion shares them.
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()));
    if (document.isArray())
        return QCborValue(QCborArray::fromJsonArray(document.array()));
    if (document.isObject())
        return QCborValue(QCborMap::fromJsonObject(document.object()));
    return failure(ErrorCode::BadJson);
}

} // namespace protocol::socketio
