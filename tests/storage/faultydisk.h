#pragma once

#include <sqlite3.h>

#include <atomic>
#include <string_view>

/// A disk on which a write or a sync of the database's log fails when it is told to: SQLite's way to files with a
/// switch in it. There is one for the whole process, as SQLite has it.
class FaultyDisk
{
public:
    enum class Step { Write, Sync };

    /// Puts itself between SQLite and the files. False when SQLite does not let it.
    static bool install();

    /// The @p count th of these steps from now on fails, once.
    static void failAt(Step step, int count);
    static void heal();
    /// Whether the failure has come.
    static bool hasFailed() { return s_hasFailed; }
    /// Whether after a failure something was written through a file that was open at that time.
    static bool hasGoneOnAfterFailure() { return s_hasGoneOn; }
    /// How many steps were seen at all: none means that SQLite does not come this way.
    static int steps() { return s_steps; }

private:
    struct File;
    static int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags);
    static int write(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset);
    static int sync(sqlite3_file *file, int flags);
    static bool mustFail(Step step);

    static inline std::atomic<int> s_steps = 0;
    static inline std::atomic<int> s_writesLeft = 0;
    static inline std::atomic<int> s_syncsLeft = 0;
    static inline std::atomic<bool> s_hasFailed = false;
    static inline std::atomic<bool> s_hasGoneOn = false;
    static inline std::atomic<int> s_failures = 0;
};
