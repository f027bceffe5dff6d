#include "viewmodels/foundchatsmodel.h"

namespace viewmodels {

FoundChatsModel::FoundChatsModel(std::function<bool(const QString &address)> isKnown, QObject *parent)
    : RecordModel({"name", "address", "people", "version", "isKnown"}, parent), m_isKnown(std::move(isKnown))
{
}

void FoundChatsModel::setChats(const QList<hosting::FoundChat> &chats)
{
    QList<models::Record> records;
    for (const hosting::FoundChat &chat : chats) {
        const QString address = chat.addressText();
        records.append({chat.key, {chat.name, address, chat.people, chat.version, m_isKnown(address)}});
    }
    setRecords(records);
}

} // namespace viewmodels
