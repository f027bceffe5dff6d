#include "storage/sqlite/check.h"

#include "storage/sqlite/connection.h"
#include "storage/sqlite/findings.h"
#include "storage/sqlite/logcheck.h"
#include "storage/sqlite/messagecheck.h"
#include "storage/sqlite/schema.h"
#include "storage/sqlite/searchcheck.h"
#include "storage/sqlite/statement.h"

#include <QVariant>

namespace storage::sqlite {

namespace {

using Outcome = protocol::Expected<CheckReport, QString>;

MaybeFault checkFile(Connection &connection, Findings &findings)
{
    Statement integrity(connection, QStringLiteral("PRAGMA integrity_check"));
    if (const auto fault = integrity.run())
        return fault;
    while (integrity.next()) {
        if (integrity.text(0) != QLatin1String("ok"))
            findings.add(QStringLiteral("the file: %1").arg(integrity.text(0)));
    }
    return integrity.fault();
}

MaybeFault checkReferences(Connection &connection, Findings &findings)
{
    Statement keys(connection, QStringLiteral("PRAGMA foreign_key_check"));
    if (const auto fault = keys.run())
        return fault;
    while (keys.next()) {
        findings.add(QStringLiteral("table %1, row %2: refers to a row of %3 that is not there")
                         .arg(keys.text(0), keys.text(1), keys.text(2)));
    }
    return keys.fault();
}

MaybeFault checkAll(Connection &connection, CheckReport &report, Findings &findings)
{
    if (const auto fault = checkFile(connection, findings))
        return fault;
    if (!findings.problems().isEmpty())
        return std::nullopt; // what is read from such a file means nothing
    if (const auto fault = checkReferences(connection, findings))
        return fault;
    if (const auto fault = LogCheck(connection, findings).run(report))
        return fault;
    if (const auto fault = MessageCheck(connection, findings).run())
        return fault;
    return SearchCheck(connection, findings).run();
}

Outcome checkVersion(const Connection &connection, const QString &path)
{
    const auto version = schemaVersion(connection);
    if (!version)
        return protocol::failure(QStringLiteral("%1 cannot be read: %2").arg(path, version.error()));
    const int known = int(builtInMigrations().size());
    if (*version == known)
        return CheckReport();
    if (*version == 0)
        return protocol::failure(QStringLiteral("%1 is not a database of Confab").arg(path));
    return protocol::failure(
        QStringLiteral("%1 is of version %2, this program checks version %3%4")
            .arg(path)
            .arg(*version)
            .arg(known)
            .arg(*version < known ? QStringLiteral("; starting the server brings it up to date") : QString()));
}

} // namespace

Outcome check(const QString &path)
{
    auto connection = Connection::open(path, Connection::Kind::Reader);
    if (!connection)
        return protocol::failure(connection.error());
    Outcome outcome = checkVersion(**connection, path);
    if (!outcome)
        return outcome;
    CheckReport report;
    Findings findings;
    auto fault = (*connection)->execute(QStringLiteral("BEGIN"));
    if (!fault)
        fault = checkAll(**connection, report, findings);
    if (fault)
        findings.add(QStringLiteral("the file cannot be read to its end: %1").arg((*connection)->lastError()));
    report.problems = findings.problems();
    return report;
}

} // namespace storage::sqlite
