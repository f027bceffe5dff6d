#pragma once

#include <QString>

#include <chrono>
#include <functional>

namespace storage::sqlite {

/// Whether a commit waits for the disk.
enum class Durability {
    Full, ///< what has been acknowledged survives a power cut
    Off, ///< only for tests that must show that they would notice the difference
};

/// Moments in the life of a change at which a test may end the process.
enum class StorePoint {
    InMigration, ///< the statements of one migration have run, but are not committed
    AfterInsert, ///< a batch of changes has been written, but is not committed
    AfterCommit, ///< it is committed and synced, but nobody has been told yet
};

/// How the store works.
/// Thread: any (a value type).
struct Options
{
    QString folder; ///< the data folder; made when it is not there
    int readers = 2; ///< threads that answer questions, at least 1
    /// How long a lock that another program holds on the database is waited for.
    std::chrono::milliseconds busyTimeout{10'000};
    Durability durability = Durability::Full;
    /// Called in the thread that writes.
    std::function<void(StorePoint)> observer;
};

/// The database in a data folder.
[[nodiscard]] inline QString databasePath(const QString &folder)
{
    return folder + QStringLiteral("/confab.db");
}

} // namespace storage::sqlite
