#include "node/chatthread.h"

namespace node {

ChatThread::ChatThread() : m_worker(0)
{
    m_worker.thread().setObjectName(QStringLiteral("chat"));
    m_worker.start();
}

ChatThread::~ChatThread() = default;

} // namespace node
