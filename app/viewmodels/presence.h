#pragma once

#include <QObject>
#include <qqmlregistration.h>

namespace viewmodels {

/// Names for what people show of themselves, as models and view-models give it in whole numbers.
/// Thread: any (never made).
class Presence : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It only names values")

public:
    /// As protocol::chat::PresenceState.
    enum State { Offline, Online, Away, DoNotDisturb, Invisible };
    Q_ENUM(State)
};

} // namespace viewmodels
