#pragma once

#include "seed/taskqueue.h"

#include "chat/ports/messagestore.h"

#include <QString>

#include <vector>

namespace seed {

/// Hands operations to a store in large changes and sees to it that all of them are stored as they were meant.
/// Thread: one.
class StoreWriter
{
public:
    /// The store posts its answers to `tasks`; both must outlive the writer.
    StoreWriter(chat::MessageStore &store, TaskQueue &tasks);

    /// The seq of an AppendEvent is what the store is expected to give it.
    void write(std::vector<chat::Operation> operations);
    /// Waits until everything is stored and can be searched. Returns what went wrong, or nothing.
    [[nodiscard]] QString finish();

private:
    void commit();
    /// A search waits until what has been stored is in the index.
    void awaitSearchIndex();
    void awaitAtMost(int unfinished);

    chat::MessageStore &m_store;
    TaskQueue &m_tasks;
    std::vector<chat::Operation> m_operations; ///< not yet handed over
    int m_unfinished = 0; ///< changes handed over and not yet stored
    QString m_error;
};

} // namespace seed
