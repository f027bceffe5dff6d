#include "protocol/engineio/base64.h"

namespace protocol::engineio {

namespace {

/// The value of a digit of the standard alphabet. Only called for digits that QByteArray has accepted.
constexpr int digitValue(char digit) noexcept
{
    if (digit >= 'A' && digit <= 'Z')
        return digit - 'A';
    if (digit >= 'a' && digit <= 'z')
        return digit - 'a' + 26;
    if (digit >= '0' && digit <= '9')
        return digit - '0' + 52;
    return digit == '+' ? 62 : 63;
}

/// Whether the bits of the last digit that belong to no byte are zero: otherwise several texts mean the same bytes.
bool hasZeroPadBits(QByteArrayView text) noexcept
{
    if (text.endsWith("=="))
        return (digitValue(text[text.size() - 3]) & 0x0f) == 0;
    if (text.endsWith('='))
        return (digitValue(text[text.size() - 2]) & 0x03) == 0;
    return true;
}

} // namespace

std::optional<QByteArray> decodeBase64(QByteArrayView text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;

    const auto encoded = QByteArray::fromRawData(text.data(), text.size());
    auto result
        = QByteArray::fromBase64Encoding(encoded, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (result.decodingStatus != QByteArray::Base64DecodingStatus::Ok || !hasZeroPadBits(text))
        return std::nullopt;
    return std::move(result.decoded);
}

} // namespace protocol::engineio
