#pragma once

#include "protocol/result.h"

#include <QString>
#include <QStringList>

namespace storage::sqlite {

/// What was found in a database.
struct CheckReport
{
    QStringList problems; ///< sentences for people, 100 at most; empty: all is well
    qint64 rooms = 0;
    qint64 messages = 0;
    qint64 events = 0; ///< messages included
};

/// Looks at the whole database at @p path as it is at one moment; a server may be writing meanwhile. Are the pages of
/// the file sound, are the logs of the rooms without gaps, do the messages still have the text that was stored, are all
/// tables made from the logs as the logs say, and does the search index have every word?
///
/// Changes nothing. The error is a sentence for people: why it could not look at all.
/// Thread: any; blocks, some 15 seconds for a million messages.
[[nodiscard]] protocol::Expected<CheckReport, QString> check(const QString &path);

} // namespace storage::sqlite
