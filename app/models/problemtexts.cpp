#include "models/problemtexts.h"

#include "models/timetexts.h"

namespace models {

namespace {

bool is(const QString &code, const char *name)
{
    return code == QLatin1String(name);
}

} // namespace

QString ProblemTexts::text(const session::RequestError &error)
{
    for (const QString &known : {withPause(error), aboutOneself(error.code), aboutTheServer(error.code)}) {
        if (!known.isEmpty())
            return known;
    }
    return error.message.isEmpty() ? tr("The server refused it.") : error.message;
}

QString ProblemTexts::withPause(const session::RequestError &error)
{
    const bool isBan = is(error.code, "banned");
    const bool isMute = is(error.code, "muted");
    const bool isSlow = is(error.code, "slow_mode");
    const bool isRate = is(error.code, "rate_limited");
    if (!error.retryAfter)
        return isBan ? tr("You are banned.") : isMute ? tr("You may not write in this room.") : QString();
    const QString pause = TimeTexts().duration(*error.retryAfter);
    if (isBan)
        return tr("You are banned for %1.").arg(pause);
    if (isMute)
        return tr("You may not write in this room for %1.").arg(pause);
    if (isSlow)
        return tr("This room asks for a pause: wait %1.").arg(pause);
    return isRate ? tr("Too fast. Wait %1.").arg(pause) : QString();
}

QString ProblemTexts::aboutOneself(const QString &code)
{
    if (is(code, "forbidden"))
        return tr("Your role does not allow this.");
    if (is(code, "not_member"))
        return tr("You are not in this room.");
    if (is(code, "not_found"))
        return tr("It is not there any more.");
    if (is(code, "bad_password"))
        return tr("The password is wrong.");
    if (is(code, "bad_token"))
        return tr("This device is not known to the server any more.");
    if (is(code, "server_password_required"))
        return tr("The server asks for a password.");
    if (is(code, "last_owner"))
        return tr("Make somebody else an owner first.");
    if (is(code, "too_long"))
        return tr("The text is too long.");
    if (is(code, "too_large"))
        return tr("That is more than the server takes.");
    if (is(code, "too_many"))
        return tr("There are too many of these already.");
    if (is(code, "rate_limited") || is(code, "slow_mode"))
        return tr("Too fast. Wait a moment.");
    return {};
}

QString ProblemTexts::aboutTheServer(const QString &code)
{
    if (is(code, "offline"))
        return tr("There is no connection to the server.");
    if (is(code, "no_answer"))
        return tr("The connection was lost before the server answered.");
    if (is(code, "server_full"))
        return tr("The server is full. Try again later.");
    if (is(code, "protocol_version"))
        return tr("This program and the server are of different ages.");
    if (is(code, "storage_full"))
        return tr("The server's disk is full. Try again later.");
    if (is(code, "storage_failed") || is(code, "internal") || is(code, "bad_answer"))
        return tr("Something went wrong on the server. Try again later.");
    if (is(code, "shutting_down"))
        return tr("The server is closing.");
    return {};
}

} // namespace models
