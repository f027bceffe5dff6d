#include "node/crashpoint.h"

#include <QHash>

#include <atomic>
#include <csignal>
#include <memory>
#include <unistd.h>

namespace node {

Result<MomentObserver> crashPointFrom(const QString &text)
{
    static const QHash<QString, Moment> moments{
        {QStringLiteral("in-migration"), Moment::InMigration},
        {QStringLiteral("after-insert"), Moment::AfterInsert},
        {QStringLiteral("after-commit"), Moment::AfterCommit},
        {QStringLiteral("before-publish"), Moment::BeforePublish},
        {QStringLiteral("before-ack"), Moment::BeforeAck},
    };
    const QString name = text.section(u':', 0, 0);
    const int count = text.section(u':', 1).toInt();
    if (!moments.contains(name) || count < 1) {
        return failure(ErrorCode::BadConfiguration,
                       QStringLiteral("CONFAB_KILL_AT: '%1' is not of the form MOMENT:N").arg(text));
    }
    const auto left = std::make_shared<std::atomic<int>>(count);
    return MomentObserver([wanted = moments.value(name), left](Moment moment) {
        if (moment == wanted && --*left == 0)
            ::kill(::getpid(), SIGKILL);
    });
}

} // namespace node
