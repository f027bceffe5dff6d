#pragma once

#include "cache/search.h"
#include "cache/searchterms.h"
#include "cache/statement.h"

#include <QString>
#include <QStringList>

namespace cache {

class Database;

/// Finds messages by their words, the newest first.
/// Thread: that of its database, which outlives it.
class SearchReader final
{
public:
    explicit SearchReader(Database &database);

    [[nodiscard]] SearchPage read(const SearchQuery &query, int limit, const QString &cursor);

private:
    /// Where, and among whose messages, is searched.
    struct Scope
    {
        QStringList rooms; ///< ids
        bool isEverywhere = true;
        QString author; ///< id, or empty
        SearchPage::Problem problem = SearchPage::Problem::None;
        QString unknownName;
    };
    [[nodiscard]] Scope scopeOf(const SearchQuery &query, const SearchTerms &terms);
    /// The user with this name, or whom `me` means; empty if nobody.
    [[nodiscard]] QString userNamed(const QString &name);
    /// Ids. A direct conversation goes by the name of the other one.
    [[nodiscard]] QStringList roomsNamed(const QString &name);
    [[nodiscard]] QString me();
    /// The tag that the search index has for an author; one that nothing has if no message is theirs.
    [[nodiscard]] QString authorTag(const QString &id);
    [[nodiscard]] QString roomTag(const QString &id);

    Statement m_userNamed;
    Statement m_me;
    Statement m_rooms;
    Statement m_authorKey;
    Statement m_roomKey;
    Statement m_find;
};

} // namespace cache
