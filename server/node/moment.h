#pragma once

#include <functional>

namespace node {

/// Moments in the life of a change at which a test may want to end the process.
enum class Moment {
    InMigration, ///< the statements of one migration have run, but are not committed
    AfterInsert, ///< changes have been written, but are not committed
    AfterCommit, ///< they are committed and synced, but nobody has been told yet
    BeforePublish, ///< an event of a room is about to be published
    BeforeAck, ///< it has been handed to those who follow the room; its sender is to be told next
};

/// Thread: any; several at a time.
using MomentObserver = std::function<void(Moment)>;

} // namespace node
