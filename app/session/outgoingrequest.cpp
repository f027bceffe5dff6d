#include "session/outgoingrequest.h"

#include "session/answers.h"

namespace session {

using cache::OutgoingChange;

QString eventFor(OutgoingChange::Kind kind)
{
    switch (kind) {
    case OutgoingChange::Kind::Post:
        return QStringLiteral("message:send");
    case OutgoingChange::Kind::Edit:
        return QStringLiteral("message:edit");
    case OutgoingChange::Kind::Delete:
        return QStringLiteral("message:delete");
    case OutgoingChange::Kind::React:
        return QStringLiteral("reaction:add");
    case OutgoingChange::Kind::Unreact:
        return QStringLiteral("reaction:remove");
    case OutgoingChange::Kind::Pin:
        return QStringLiteral("message:pin");
    case OutgoingChange::Kind::Unpin:
        break;
    }
    return QStringLiteral("message:unpin");
}

QCborMap fieldsFor(const OutgoingChange &change)
{
    const bool isPost = change.kind == OutgoingChange::Kind::Post;
    return given({{QStringLiteral("room"), change.room},
                  {QStringLiteral("id"), change.messageId},
                  {QStringLiteral("nonce"), isPost ? change.nonce : QString()},
                  {QStringLiteral("text"), change.text},
                  {QStringLiteral("replyTo"), change.replyTo},
                  {QStringLiteral("emoji"), change.emoji}});
}

} // namespace session
