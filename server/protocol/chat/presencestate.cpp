#include "protocol/chat/presencestate.h"

#include "protocol/chat/wirenames.h"

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
    return valueNamed<PresenceState>(names, wireName);
}

} // namespace protocol::chat
