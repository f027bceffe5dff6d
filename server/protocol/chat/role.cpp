#include "protocol/chat/role.h"

#include "protocol/chat/wirenames.h"

namespace protocol::chat {

namespace {

/// In the order of the enum.
constexpr std::array names{QLatin1String("guest"), QLatin1String("member"), QLatin1String("moderator"),
                           QLatin1String("admin"), QLatin1String("owner")};
static_assert(names.size() == size_t(Role::Owner) + 1);

} // namespace

QLatin1String wireName(Role role) noexcept
{
    return names[size_t(role)];
}

std::optional<Role> roleFrom(QStringView wireName) noexcept
{
    return valueNamed<Role>(names, wireName);
}

} // namespace protocol::chat
