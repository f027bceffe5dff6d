#include "protocol/chat/presencestate.h"

#include <QStringView>

#include <array>

namespace protocol::chat {

namespace {

/// In the order of the enum.
constexpr std::array names{QLatin1String("offline"), QLatin1String("online"), QLatin1String("away"),
                           QLatin1String("dnd"), QLatin1String("invisible")};
static_assert(names.size() == size_t(PresenceState::Invisible) + 1);

} // namespace

QLatin1String wireName(PresenceState state) noexcept
{
    return names[size_t(state)];
}

std::optional<PresenceState> presenceStateFrom(QStringView wireName) noexcept
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (names[i] == wireName)
            return PresenceState(i);
    }
    return std::nullopt;
}

} // namespace protocol::chat
