#include "socketio/recoverylog.h"

#include <QTest>

#include <thread>

using namespace std::chrono_literals;
using namespace socketio;

namespace {

constexpr auto noticedAfter = 50ms;

RecoveryOptions options(std::chrono::milliseconds maxDisconnection = 1h, qint64 maxLoggedBytes = 1'000'000)
{
    RecoveryOptions result;
    result.isEnabled = true;
    result.maxDisconnection = maxDisconnection;
    result.maxLoggedBytes = maxLoggedBytes;
    return result;
}

/// Appends an event named @p name and returns its offset.
QString append(RecoveryLog &log, const char *name, const BroadcastOptions &to = {}, QByteArray filling = {})
{
    quint64 given = 0;
    const QCborArray event{QString::fromLatin1(name), QString::fromLatin1(filling)};
    log.append(protocol::socketio::encodeEvent(QStringLiteral("/"), event), to,
               [&](const EncodedMessage &, quint64 number) { given = number; });
    return QString::number(given, 36);
}

LostSocket socketIn(const QStringList &rooms, quint64 connectedAfter = 0)
{
    return {QStringLiteral("id"), QStringList{QStringLiteral("id")} + rooms, QCborMap(), connectedAfter};
}

BroadcastOptions to(const QStringList &rooms, const QStringList &except = {})
{
    BroadcastOptions result;
    result.rooms = rooms;
    result.except = except;
    return result;
}

const QString pid = QStringLiteral("pid");

/// How many events the socket that returns gets; nothing when it is refused.
std::optional<size_t> missedCount(RecoveryLog &log, const QString &privateId, const QString &offset)
{
    const auto recovered = log.restore(privateId, offset);
    if (!recovered)
        return std::nullopt;
    return log.missedBy(*recovered).messages.size();
}

} // namespace

class tst_RecoveryLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasMissedComesInOrder();
    void withoutAnOffsetEverythingSinceTheConnectCounts();
    void roomsAndExceptionsAreRespected();
    void aPrivateIdCanBeUsedOnce();
    void refuses_data();
    void refuses();
    void theIdExpiresAfterTheAllowedTime();
    void anOffsetOlderThanTheAllowedTimeStillWorks();
    void aSocketThatMayHaveMissedWhatWasForcedOutStartsAfresh();
    void eventsForcedOutLongBeforeTheLossDoNotMatter();
    void eventsThatAreNotKeptTakeNoNumberAndAreNotMissed();
    void whatWasSentBeforeTheConnectIsNotForIt();
    void numbersAreGivenInThePublishedOrder();
    void dataAndRoomsComeBack();
};

void tst_RecoveryLog::whatWasMissedComesInOrder()
{
    RecoveryLog log(options(), noticedAfter);
    append(log, "a");
    const QString seen = append(log, "b");
    append(log, "c");
    log.keep(pid, socketIn({}));
    append(log, "d");
    QCOMPARE(missedCount(log, pid, seen), std::optional<size_t>(2));
}

void tst_RecoveryLog::withoutAnOffsetEverythingSinceTheConnectCounts()
{
    RecoveryLog log(options(), noticedAfter);
    append(log, "before it connected");
    log.keep(pid, socketIn({}, log.lastNumber()));
    append(log, "missed");
    append(log, "missed, too");
    QCOMPARE(missedCount(log, pid, QString()), std::optional<size_t>(2));
}

void tst_RecoveryLog::roomsAndExceptionsAreRespected()
{
    RecoveryLog log(options(), noticedAfter);
    log.keep(pid, socketIn({QStringLiteral("mine"), QStringLiteral("also mine")}));
    const QString mine = QStringLiteral("mine");
    const QString others = QStringLiteral("others");
    const QString id = QStringLiteral("id");
    append(log, "to everyone"); // 1
    append(log, "x", to({mine})); // 2
    append(log, "x", to({others}));
    append(log, "x", to({others, mine})); // 3
    append(log, "x", to({mine}, {QStringLiteral("also mine")}));
    append(log, "x", to({}, {id}));
    append(log, "x", to({}, {others})); // 4
    append(log, "x", to({id})); // 5
    QCOMPARE(missedCount(log, pid, QString()), std::optional<size_t>(5));
}

void tst_RecoveryLog::aPrivateIdCanBeUsedOnce()
{
    RecoveryLog log(options(), noticedAfter);
    log.keep(pid, socketIn({}));
    QVERIFY(log.restore(pid, QString()));
    QVERIFY(!log.restore(pid, QString()));
}

void tst_RecoveryLog::refuses_data()
{
    QTest::addColumn<QString>("privateId");
    QTest::addColumn<QString>("offset");
    QTest::newRow("a private id nobody has") << QStringLiteral("another") << QStringLiteral("1");
    QTest::newRow("an empty private id") << QString() << QStringLiteral("1");
    QTest::newRow("an offset with other signs") << pid << QStringLiteral("1!");
    QTest::newRow("an offset of white space") << pid << QStringLiteral(" ");
    QTest::newRow("a negative offset") << pid << QStringLiteral("-1");
    QTest::newRow("an offset from the future") << pid << QStringLiteral("4");
    QTest::newRow("an offset beyond 64 bits") << pid << QString(30, u'z');
    QTest::newRow("an offset with a NUL in it") << pid << QStringLiteral("1").append(QChar(0)).append(u'1');
    QTest::newRow("an offset as long as a message") << pid << QString(100'000, u'1');
}

void tst_RecoveryLog::refuses()
{
    QFETCH(QString, privateId);
    QFETCH(QString, offset);
    RecoveryLog log(options(), noticedAfter);
    for (const char *name : {"a", "b", "c"})
        append(log, name);
    log.keep(pid, socketIn({}));
    QVERIFY(!log.restore(privateId, offset));
}

void tst_RecoveryLog::theIdExpiresAfterTheAllowedTime()
{
    RecoveryLog log(options(20ms), noticedAfter);
    const auto lostAt = RecoveryLog::Clock::now();
    log.keep(pid, socketIn({}));
    QVERIFY(QTest::qWaitFor([&] { return RecoveryLog::Clock::now() - lostAt > 30ms; }));
    QVERIFY(!log.restore(pid, QString()));
}

void tst_RecoveryLog::anOffsetOlderThanTheAllowedTimeStillWorks()
{
    RecoveryLog log(options(20ms), 10ms);
    const auto sentAt = RecoveryLog::Clock::now();
    append(log, "old");
    const QString seen = append(log, "the last one for a long time");
    // The namespace is quiet for longer than anything is kept, then the connection breaks.
    QVERIFY(QTest::qWaitFor([&] { return RecoveryLog::Clock::now() - sentAt > 60ms; }));
    log.keep(pid, socketIn({}));
    append(log, "missed");
    QCOMPARE(missedCount(log, pid, seen), std::optional<size_t>(1));
}

void tst_RecoveryLog::aSocketThatMayHaveMissedWhatWasForcedOutStartsAfresh()
{
    RecoveryLog log(options(1h, 1000), noticedAfter);
    const QString seen = append(log, "seen");
    log.keep(pid, socketIn({}));
    for (int i = 0; i < 5; ++i)
        append(log, "large", {}, QByteArray(400, 'x'));
    QVERIFY(!log.restore(pid, seen));
}

void tst_RecoveryLog::eventsForcedOutLongBeforeTheLossDoNotMatter()
{
    RecoveryLog log(options(1h, 1000), 10ms);
    for (int i = 0; i < 5; ++i)
        append(log, "large", {}, QByteArray(400, 'x'));
    const auto sentAt = RecoveryLog::Clock::now();
    QVERIFY(QTest::qWaitFor([&] { return RecoveryLog::Clock::now() - sentAt > 20ms; }));
    const QString seen = QString::number(log.lastNumber(), 36);
    log.keep(pid, socketIn({}));
    append(log, "missed");
    QCOMPARE(missedCount(log, pid, seen), std::optional<size_t>(1));
}

void tst_RecoveryLog::eventsThatAreNotKeptTakeNoNumberAndAreNotMissed()
{
    RecoveryLog log(options(), noticedAfter);
    append(log, "kept");
    int published = 0;
    log.passThrough(protocol::socketio::encodeEvent(QStringLiteral("/"), {QStringLiteral("volatile")}),
                    [&](const EncodedMessage &, quint64) { ++published; });
    QCOMPARE(published, 1);
    QCOMPARE(log.lastNumber(), quint64(1));
    log.keep(pid, socketIn({}));
    QCOMPARE(missedCount(log, pid, QString()), std::optional<size_t>(1));
}

void tst_RecoveryLog::whatWasSentBeforeTheConnectIsNotForIt()
{
    RecoveryLog log(options(), noticedAfter);
    const QString early = append(log, "before it connected");
    append(log, "before it connected, too");
    log.keep(pid, socketIn({}, log.lastNumber()));
    append(log, "missed");
    QCOMPARE(missedCount(log, pid, early), std::optional<size_t>(1));
}

void tst_RecoveryLog::numbersAreGivenInThePublishedOrder()
{
    RecoveryLog log(options(), noticedAfter);
    std::vector<quint64> published; // guarded by the log: it publishes one after the other
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 500; ++n) {
                log.append(protocol::socketio::encodeEvent(QStringLiteral("/"), {QStringLiteral("e")}), {},
                           [&](const EncodedMessage &, quint64 number) { published.push_back(number); });
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(published.size(), size_t(2000));
    for (size_t i = 0; i < published.size(); ++i)
        QCOMPARE(published[i], quint64(i + 1));
}

void tst_RecoveryLog::dataAndRoomsComeBack()
{
    RecoveryLog log(options(), noticedAfter);
    LostSocket lost = socketIn({QStringLiteral("room")});
    lost.data = QCborMap{{QStringLiteral("name"), QStringLiteral("Ada")}};
    log.keep(pid, lost);
    const auto recovered = log.restore(pid, QString());
    QVERIFY(recovered);
    QCOMPARE(recovered->socket.id, lost.id);
    QCOMPARE(recovered->socket.rooms, lost.rooms);
    QCOMPARE(recovered->socket.data, lost.data);
}

QTEST_GUILESS_MAIN(tst_RecoveryLog)
#include "tst_recoverylog.moc"
