#pragma once

#include "chat/actions/connectuser.h"

namespace chat {

/// Somebody who has not been here before.
struct Newcomer
{
    QString name; ///< as checkedUserName() returns it
    QByteArray passwordHash; ///< empty: no password
    QString token; ///< that their device has chosen; empty: make one
};

/// Makes a user with a token for this device and a place in General. Errors: NameTaken, ServerFull, and those of the
/// store.
/// Thread: chat thread.
void registerUser(Context &context, const Newcomer &newcomer, const AdmissionReply &reply);

} // namespace chat
