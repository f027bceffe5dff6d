#pragma once

#include "net/worker.h"

#include <atomic>
#include <memory>
#include <vector>

namespace net {

/// The network workers of one server.
/// Thread: construction and destruction the owner's; everything else any.
class WorkerPool final
{
public:
    /// Starts @p count workers, 1 to 64.
    explicit WorkerPool(int count);
    ~WorkerPool();
    Q_DISABLE_COPY_MOVE(WorkerPool)

    [[nodiscard]] int size() const { return int(m_workers.size()); }
    [[nodiscard]] Worker &at(int index) { return *m_workers[size_t(index)]; }
    /// The next in turn, to spread connections evenly.
    [[nodiscard]] Worker &next();
    /// The worker whose thread this is called from, or null.
    [[nodiscard]] Worker *current();

private:
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::atomic<unsigned> m_next = 0;
};

} // namespace net
