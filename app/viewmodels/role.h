#pragma once

#include <QObject>
#include <qqmlregistration.h>

namespace viewmodels {

/// Names for what people may do, as models and view-models give it in whole numbers; a greater one may do more.
/// Thread: any (never made).
class Role : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It only names values")

public:
    /// As protocol::chat::Role.
    enum Level { Guest, Member, Moderator, Admin, Owner };
    Q_ENUM(Level)
};

} // namespace viewmodels
