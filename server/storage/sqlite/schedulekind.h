#pragma once

#include "chat/ports/records.h"

#include <QLatin1String>

namespace storage::sqlite {

/// As it is stored.
[[nodiscard]] inline QLatin1String nameOf(chat::Scheduled::Kind kind)
{
    return kind == chat::Scheduled::Kind::Message ? QLatin1String("message") : QLatin1String("reminder");
}

[[nodiscard]] inline chat::Scheduled::Kind scheduledKindFrom(const QString &name)
{
    return name == QLatin1String("message") ? chat::Scheduled::Kind::Message : chat::Scheduled::Kind::Reminder;
}

} // namespace storage::sqlite
