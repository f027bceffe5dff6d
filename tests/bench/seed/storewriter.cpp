#include "seed/storewriter.h"

#include "chat/settings.h"

#include <utility>

namespace seed {

namespace {

constexpr std::size_t OperationsPerChange = 5'000;
constexpr int ChangesAtATime = 4;

std::vector<qint64> takeSeqs(std::vector<chat::Operation> &operations)
{
    std::vector<qint64> seqs;
    for (chat::Operation &operation : operations) {
        if (auto *const append = std::get_if<chat::AppendEvent>(&operation))
            seqs.push_back(std::exchange(append->event.seq, 0));
    }
    return seqs;
}

bool hasSeqs(const chat::Committed &committed, const std::vector<qint64> &seqs)
{
    if (committed.events.size() != seqs.size())
        return false;
    for (std::size_t i = 0; i < seqs.size(); ++i) {
        if (committed.events[i].event.seq != seqs[i] || !committed.events[i].isNew)
            return false;
    }
    return true;
}

} // namespace

StoreWriter::StoreWriter(chat::MessageStore &store, TaskQueue &tasks) : m_store(store), m_tasks(tasks) {}

void StoreWriter::write(std::vector<chat::Operation> operations)
{
    for (chat::Operation &operation : operations)
        m_operations.push_back(std::move(operation));
    if (m_operations.size() >= OperationsPerChange)
        commit();
}

QString StoreWriter::finish()
{
    commit();
    awaitAtMost(0);
    if (m_error.isEmpty())
        awaitSearchIndex();
    return m_error;
}

void StoreWriter::commit()
{
    if (m_operations.empty() || !m_error.isEmpty())
        return;
    awaitAtMost(ChangesAtATime - 1);
    std::vector<qint64> seqs = takeSeqs(m_operations);
    ++m_unfinished;
    m_store.commit({std::exchange(m_operations, {})},
                   [this, seqs = std::move(seqs)](const chat::StoreResult<chat::Committed> &result) {
                       --m_unfinished;
                       if (!result)
                           m_error = QStringLiteral("the store refused a change");
                       else if (!hasSeqs(*result, seqs))
                           m_error = QStringLiteral("the store gave an event another seq than expected");
                   });
}

void StoreWriter::awaitSearchIndex()
{
    ++m_unfinished;
    chat::SearchQuery query;
    query.rooms = QStringList{chat::generalRoomId};
    query.text = QStringLiteral("nothing");
    m_store.search(query, [this](const chat::StoreResult<chat::SearchPage> &result) {
        --m_unfinished;
        if (!result)
            m_error = QStringLiteral("the store cannot search");
    });
    awaitAtMost(0);
}

void StoreWriter::awaitAtMost(int unfinished)
{
    while (m_unfinished > unfinished)
        m_tasks.runNext();
}

} // namespace seed
