#include "protocol/chat/connectrequests.h"

#include "protocol/chat/fieldreader.h"

namespace protocol::chat {

namespace {

constexpr int maxTokenCharacters = 256;
constexpr int maxClientCharacters = 128;

} // namespace

Result<ConnectRequest> readConnectRequest(const QCborMap &map, const Limits &limits)
{
    FieldReader fields(map);
    ConnectRequest request;
    // The rules judge names, after bringing them into one form; here they only must not be absurdly long.
    request.name = fields.optionalText(QLatin1String("name"), limits.maxNameCharacters * 8).value_or(QString());
    request.token = fields.optionalText(QLatin1String("token"), maxTokenCharacters).value_or(QString());
    request.password = fields.optionalBytes(QLatin1String("password"), limits.maxPasswordBytes).value_or(QString());
    request.serverPassword
        = fields.optionalBytes(QLatin1String("serverPassword"), limits.maxPasswordBytes).value_or(QString());
    request.client = fields.optionalText(QLatin1String("client"), maxClientCharacters).value_or(QString());
    request.protocolVersion
        = int(fields.optionalInteger(QLatin1String("protocol"), 1, std::numeric_limits<int>::max()).value_or(1));
    return fields.result(std::move(request));
}

} // namespace protocol::chat
