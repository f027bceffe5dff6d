#pragma once

#include "session/requesterror.h"

#include <QCborArray>
#include <QCborMap>

namespace session {

/// Reads `{code, message, field?, retryAfterMs?}`.
[[nodiscard]] RequestError readError(const QCborMap &map);
/// Reads what the server acknowledged a request with: the fields beside `ok`, or its error.
[[nodiscard]] Answer<QCborMap> readAnswer(const QCborArray &args);

/// Whether it is worth asking for the same again a while later.
[[nodiscard]] bool isPassing(const RequestError &error);
[[nodiscard]] RequestError offlineError();

/// For an answer that has nothing to say but that it was done.
[[nodiscard]] AnswerHandler<QCborMap> whenDone(AnswerHandler<Done> handler);

/// For an answer of which @p read makes a T.
template <typename T, typename Read>
[[nodiscard]] AnswerHandler<QCborMap> reading(Read read, AnswerHandler<T> handler)
{
    return [read = std::move(read), handler = std::move(handler)](const Answer<QCborMap> &answer) {
        if (!handler)
            return;
        if (answer)
            handler(read(*answer));
        else
            handler(protocol::failure(answer.error()));
    };
}

/// The fields, without those whose value is empty: null, an empty text, or undefined.
[[nodiscard]] QCborMap given(std::initializer_list<std::pair<QCborValue, QCborValue>> fields);

} // namespace session
