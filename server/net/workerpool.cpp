#include "net/workerpool.h"

namespace net {

WorkerPool::WorkerPool(int count)
{
    m_workers.reserve(size_t(count));
    for (int index = 0; index < count; ++index) {
        m_workers.push_back(std::make_unique<Worker>(index));
        m_workers.back()->start();
    }
}

WorkerPool::~WorkerPool()
{
    for (const auto &worker : m_workers)
        worker->stop();
}

Worker &WorkerPool::next()
{
    return *m_workers[m_next.fetch_add(1, std::memory_order_relaxed) % m_workers.size()];
}

Worker *WorkerPool::current()
{
    for (const auto &worker : m_workers) {
        if (worker->isCurrent())
            return worker.get();
    }
    return nullptr;
}

} // namespace net
