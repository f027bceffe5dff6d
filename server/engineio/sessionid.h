#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace engineio {

/// A session id nobody can guess: 144 random bits from the system in URL-safe base64, then two characters for the
/// worker the session lives in, so that any worker knows where to send a request for it. Thread: any.
[[nodiscard]] QByteArray makeSessionId(int workerIndex);

/// The worker's index; nothing when @p id does not have the form of a session id.
[[nodiscard]] std::optional<int> workerIndexOf(QByteArrayView id);

/// A text of URL-safe characters that carries at least @p bytes × 8 random bits from the system.
[[nodiscard]] QByteArray randomUrlSafeText(int bytes);

} // namespace engineio
