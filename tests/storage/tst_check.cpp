#include "changes.h"
#include "openstore.h"

#include "storage/sqlite/check.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace change;
using storage::sqlite::check;

class tst_Check : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDatabaseInUseIsWell();
    void findsWhatWasTamperedWith_data();
    void findsWhatWasTamperedWith();
    void findsDamagedPages();
    void saysWhyItCannotLook();
    void changesNothing();
};

namespace {

/// A little of everything.
void fill(OpenStore &store)
{
    QVERIFY(store.commit(createRoom(u"r"_s), join(u"r"_s, u"ann"_s, u"owner"_s), join(u"r"_s, u"bob"_s),
                         join(u"r"_s, u"cleo"_s)));
    Message posted = message(u"r"_s, u"ann"_s, u"apple pie"_s); // 5
    posted.mentions = {u"bob"_s, u"*"_s};
    QVERIFY(store.append(post(posted, u"n1"_s)));
    QVERIFY(store.append(post(u"r"_s, u"bob"_s, u"plum pie"_s))); // 6
    QVERIFY(store.append(edit(u"r"_s, 6, u"bob"_s, u"plum cake"_s)));
    QVERIFY(store.append(react(u"r"_s, 5, u"bob"_s, u"+1"_s)));
    QVERIFY(store.append(react(u"r"_s, 5, u"cleo"_s, u"+1"_s)));
    QVERIFY(store.append(on(RoomEventType::MessagePinned, u"r"_s, 5, u"ann"_s)));
    QVERIFY(store.append(post(u"r"_s, u"bob"_s, u"soon gone"_s))); // 11
    QVERIFY(store.append(remove(u"r"_s, 11, u"bob"_s)));
    QVERIFY(store.append(about(RoomEventType::MemberBanned, u"r"_s, u"ann"_s, u"cleo"_s, {{u"reason"_s, u"spam"_s}})));
    QVERIFY(store.append(about(RoomEventType::MemberMuted, u"r"_s, u"ann"_s, u"bob"_s, {{u"until"_s, 99}})));
    QVERIFY(store.append(change::event(u"r"_s, RoomEventType::RoomUpdated, u"ann"_s, {{u"topic"_s, u"cakes"_s}})));
    QVERIFY(store.commit(chat::PutReadPosition{{u"r"_s, u"bob"_s, 8}}));
    QCOMPARE(store.search({u"r"_s}, u"plum"_s)->hits.size(), size_t(1));
}

void run(const QString &path, const QString &sql)
{
    const QString name = u"tampering"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
        QVERIFY(sql.startsWith(u"PRAGMA"_s) || query.numRowsAffected() > 0);
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace

void tst_Check::aDatabaseInUseIsWell()
{
    OpenStore store;
    fill(store);
    const auto report = check(store.databasePath());
    QVERIFY(report);
    QCOMPARE(report->problems, QStringList());
    QCOMPARE(report->rooms, 1);
    QCOMPARE(report->messages, 3);
    QCOMPARE(report->events, 15);
}

void tst_Check::findsWhatWasTamperedWith_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("named");
    const auto row
        = [](const char *name, const QString &sql, const QString &named) { QTest::newRow(name) << sql << named; };
    row("a message is missing", u"DELETE FROM messages WHERE seq = 6"_s, u"has only 14 events"_s);
    row("the latest event is missing in the middle", u"DELETE FROM events WHERE seq = 9"_s, u"has only 14 events"_s);
    row("the log starts late", u"DELETE FROM events WHERE seq = 1"_s, u"has only 14 events"_s);
    row("two events have one seq", u"UPDATE messages SET seq = 7 WHERE seq = 6"_s, u"the seq of another"_s);
    row("another text", u"UPDATE messages SET text = 'apple pi' WHERE seq = 5"_s, u"message 5"_s);
    row("another author", u"UPDATE messages SET author = 3 WHERE seq = 5"_s, u"message 5"_s);
    row("another time", u"UPDATE messages SET at = at + 1 WHERE seq = 5"_s, u"message 5"_s);
    row("never edited", u"UPDATE messages SET edited_at = 0 WHERE seq = 6"_s, u"message 6"_s);
    row("not deleted after all", u"UPDATE messages SET deleted = 0 WHERE seq = 11"_s, u"message 11"_s);
    row("deleted without an event", u"UPDATE messages SET deleted = 1 WHERE seq = 5"_s, u"message 5"_s);
    row("not pinned", u"UPDATE messages SET pinned = 0 WHERE seq = 5"_s, u"message 5"_s);
    row("a reaction more", u"INSERT INTO reactions VALUES (1, 6, '+1', 2, 8, 8)"_s, u"reaction +1"_s);
    row("a reaction less", u"DELETE FROM reactions WHERE person = 3"_s, u"reaction +1"_s);
    row("a mention less", u"DELETE FROM mentions WHERE person = 1"_s, u"mention"_s);
    row("a mention more", u"INSERT INTO mentions VALUES (1, 2, 6)"_s, u"mention"_s);
    row("a member more", u"INSERT INTO members VALUES (1, 4, 'owner', 4, 0)"_s, u"member cleo"_s);
    row("a member less", u"DELETE FROM members WHERE person = 3"_s, u"member bob"_s);
    row("another role", u"UPDATE members SET role = 'owner' WHERE person = 3"_s, u"member bob"_s);
    row("no longer muted", u"UPDATE members SET muted_until = 0"_s, u"member bob"_s);
    row("no longer banned", u"DELETE FROM bans"_s, u"ban of cleo"_s);
    row("another topic", u"UPDATE rooms SET topic = 'pies'"_s, u"its own properties"_s);
    row("read what is not there", u"UPDATE reads SET seq = 99"_s, u"has read up to seq 99"_s);
    row("a person who is not there", u"UPDATE messages SET author = 99 WHERE seq = 6"_s, u"refers to"_s);
    row("an event of no known kind", u"UPDATE events SET type = 'room.burnt' WHERE seq = 15"_s, u"event 15"_s);
    row("not found by a search", u"DELETE FROM search_0_data WHERE id > 10"_s, u"malformed"_s);
    row("a word in the index that nobody wrote",
        u"INSERT INTO search_0 (rowid, text, tags) VALUES (2, 'surprise', '')"_s, u"search index"_s);
}

void tst_Check::findsWhatWasTamperedWith()
{
    QFETCH(QString, sql);
    QFETCH(QString, named);
    OpenStore store;
    fill(store);
    store.close();
    QCOMPARE(check(store.databasePath())->problems, QStringList());
    run(store.databasePath(), sql);
    const auto report = check(store.databasePath());
    QVERIFY(report);
    QVERIFY(!report->problems.isEmpty());
    QVERIFY2(report->problems.join(u'\n').contains(named), qPrintable(report->problems.join(u'\n')));
}

void tst_Check::findsDamagedPages()
{
    OpenStore store;
    fill(store);
    for (int i = 0; i < 500; ++i)
        QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"filler %1"_s.arg(i))));
    store.close();
    QFile file(store.databasePath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    // The first pages hold the schema, without which nothing can be read.
    for (qint64 page = 24; page < 32; ++page)
        QVERIFY(file.seek(page * 4096) && file.write(QByteArray(4096, '\xa5')) > 0);
    file.close();
    const auto report = check(store.databasePath());
    QVERIFY(report);
    QVERIFY(!report->problems.isEmpty());
}

void tst_Check::saysWhyItCannotLook()
{
    QTemporaryDir folder;
    const QString missing = folder.filePath(u"missing.db"_s);
    QVERIFY(check(missing).error().contains(missing));
    QVERIFY(!QFile::exists(missing));
    const QString other = folder.filePath(u"other.db"_s);
    QFile file(other);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(QByteArray("text ").repeated(1000)) > 0);
    file.close();
    QVERIFY(check(other).error().contains(other));
    OpenStore store;
    store.close();
    run(store.databasePath(), u"PRAGMA user_version = 99"_s);
    QVERIFY(check(store.databasePath()).error().contains(u"version 99"_s));
}

void tst_Check::changesNothing()
{
    OpenStore store;
    fill(store);
    store.close();
    const auto contents = [&] {
        QFile file(store.databasePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = contents();
    QVERIFY(check(store.databasePath()));
    QCOMPARE(contents(), before);
}

QTEST_GUILESS_MAIN(tst_Check)
#include "tst_check.moc"
