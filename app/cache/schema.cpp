#include "cache/schema.h"

#include "cache/database.h"

#include <QDir>
#include <QFile>
#include <QStringList>

namespace cache {

namespace {

constexpr qint64 applicationId = 1131376484; // as in 001_initial.sql

QString withoutComment(const QString &line)
{
    const qsizetype comment = line.indexOf(QLatin1String("--"));
    QString code = comment < 0 ? line : line.left(comment);
    while (!code.isEmpty() && code.back().isSpace())
        code.chop(1);
    return code;
}

QStringList statementsIn(const QString &sql)
{
    QStringList statements;
    QString statement;
    for (const QString &line : sql.split(u'\n')) {
        const QString code = withoutComment(line);
        if (code.isEmpty())
            continue;
        statement += code + u'\n';
        if (code.endsWith(u';'))
            statements += std::exchange(statement, {});
    }
    return statements;
}

bool runMigration(Database &database, const Migration &migration, int version)
{
    QStringList statements = statementsIn(migration.sql);
    statements.prepend(QStringLiteral("BEGIN IMMEDIATE"));
    statements.append(QStringLiteral("PRAGMA user_version=%1").arg(version));
    statements.append(QStringLiteral("COMMIT"));
    for (const QString &statement : statements) {
        if (!database.execute(statement)) {
            database.undo();
            return false;
        }
    }
    return true;
}

} // namespace

std::vector<Migration> builtInMigrations()
{
    std::vector<Migration> migrations;
    const QDir folder(QStringLiteral(":/cache/sql"));
    for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            migrations.push_back({name, QString::fromUtf8(file.readAll())});
    }
    return migrations;
}

SchemaState migrate(Database &database, const std::vector<Migration> &migrations)
{
    const int found = int(database.number(QStringLiteral("PRAGMA user_version")));
    const bool isEmpty = database.number(QStringLiteral("SELECT count(*) FROM sqlite_schema")) == 0;
    const qint64 owner = database.number(QStringLiteral("PRAGMA application_id"));
    if (database.hasFailed())
        return SchemaState::Failed;
    if (!isEmpty && (owner != applicationId || found < 1))
        return SchemaState::Foreign;
    if (found > int(migrations.size()))
        return SchemaState::Newer;
    for (int version = found + 1; version <= int(migrations.size()); ++version) {
        if (!runMigration(database, migrations[size_t(version) - 1], version))
            return SchemaState::Failed;
    }
    return SchemaState::Ready;
}

} // namespace cache
