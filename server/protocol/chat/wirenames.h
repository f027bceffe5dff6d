#pragma once

#include <QLatin1String>
#include <QStringView>

#include <array>
#include <optional>

namespace protocol::chat {

/// The value of an enum by its name on the wire. @p names has the name of every value, in the order of the enum, which
/// counts from 0.
template <typename Enum, size_t count>
[[nodiscard]] std::optional<Enum> valueNamed(const std::array<QLatin1String, count> &names, QStringView name) noexcept
{
    for (size_t i = 0; i < count; ++i) {
        if (names[i] == name)
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace protocol::chat
