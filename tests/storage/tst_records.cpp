#include "changes.h"
#include "openstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace change;
using chat::AuditEntry;
using chat::Ban;
using chat::DeviceToken;
using chat::ReadPosition;
using chat::Scheduled;
using chat::StoreError;
using chat::UserRecord;
using protocol::chat::Role;

class tst_Records : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usersAreKeptAndReplaced();
    void twoUsersCannotHaveOneName();
    void deviceTokensAreKeptUntilRemoved();
    void aTokenIsNotTakenOverBySomebodyElse();
    void bansFromTheServerAreKept();
    void whatIsScheduledIsKept();
    void readPositionsNeverMoveBack();
    void whoWritesHasReadUpToThere();
    void theAuditLogIsReadInPages();
    void operationsOfOneChangeAreStoredTogetherOrNotAtAll();
    void aChangeWithoutOperationsIsStoredInItsTurn();
};

namespace {

UserRecord userRecord(const QString &id, const QString &name)
{
    UserRecord record;
    record.user = {id, name, u"#123456"_s, Role::Moderator, 1'700'000'000'001, 1'700'000'000'002};
    record.nameKey = name.toLower();
    record.passwordHash = QByteArray("hash\0with NUL", 13);
    return record;
}

std::vector<AuditEntry> audit(OpenStore &store, const QString &room, qint64 before, int limit)
{
    const auto entries = store.wait<std::vector<AuditEntry>>(
        [&](auto done) { store->readAudit(room, before, limit, std::move(done)); });
    return entries ? *entries : std::vector<AuditEntry>();
}

} // namespace

void tst_Records::usersAreKeptAndReplaced()
{
    OpenStore store;
    UserRecord ann = userRecord(u"u1"_s, u"Ann"_s);
    QVERIFY(store.commit(chat::PutUser{ann}));
    store.reopen();
    QCOMPARE(store.load().users, std::vector<UserRecord>{ann});
    ann.user.name = u"Anna"_s;
    ann.nameKey = u"anna"_s;
    ann.passwordHash.clear();
    ann.user.role = Role::Owner;
    QVERIFY(store.commit(chat::PutUser{ann}));
    const auto users = store.load().users;
    QCOMPARE(users.size(), size_t(1));
    QCOMPARE(users.front(), ann);
}

void tst_Records::twoUsersCannotHaveOneName()
{
    OpenStore store;
    QVERIFY(store.commit(chat::PutUser{userRecord(u"u1"_s, u"Ann"_s)}));
    QCOMPARE(store.commit(chat::PutUser{userRecord(u"u2"_s, u"ann"_s)}).error(), StoreError::Failed);
    QCOMPARE(store.load().users.size(), size_t(1));
}

void tst_Records::deviceTokensAreKeptUntilRemoved()
{
    OpenStore store;
    std::vector<DeviceToken> tokens;
    for (int i = 0; i < 3; ++i)
        tokens.push_back({u"u1"_s, QByteArray(32, char('a' + i)), 1'700'000'000'000 + i});
    tokens.push_back({u"u2"_s, QByteArray(32, 'z'), 1});
    for (const DeviceToken &token : tokens)
        QVERIFY(store.commit(chat::PutDeviceToken{token}));
    store.reopen();
    QCOMPARE(store.load().tokens, tokens);
    QVERIFY(store.commit(chat::RemoveDeviceTokens{u"u1"_s, tokens[1].hash}));
    QCOMPARE(store.load().tokens, (std::vector<DeviceToken>{tokens[1], tokens[3]}));
    QVERIFY(store.commit(chat::RemoveDeviceTokens{u"u1"_s, {}}));
    QCOMPARE(store.load().tokens, std::vector<DeviceToken>{tokens[3]});
}

void tst_Records::aTokenIsNotTakenOverBySomebodyElse()
{
    OpenStore store;
    const DeviceToken token{u"u1"_s, QByteArray(32, 'a'), 1};
    QVERIFY(store.commit(chat::PutDeviceToken{token}));
    DeviceToken other = token;
    other.user = u"u2"_s;
    (void)store.commit(chat::PutDeviceToken{other});
    QCOMPARE(store.load().tokens, std::vector<DeviceToken>{token});
}

void tst_Records::bansFromTheServerAreKept()
{
    OpenStore store;
    const Ban ban{QString(), u"u1"_s, u"u2"_s, u"spam"_s, 5, 6};
    QVERIFY(store.commit(chat::PutServerBan{ban}));
    store.reopen();
    QCOMPARE(store.load().bans, std::vector<Ban>{ban});
    Ban later = ban;
    later.until = 0;
    QVERIFY(store.commit(chat::PutServerBan{later}));
    QCOMPARE(store.load().bans, std::vector<Ban>{later});
    QVERIFY(store.commit(chat::RemoveServerBan{u"u1"_s}));
    QVERIFY(store.load().bans.empty());
}

void tst_Records::whatIsScheduledIsKept()
{
    OpenStore store;
    const Scheduled message{u"s1"_s, Scheduled::Kind::Message, u"u1"_s, u"r"_s, u""_s, u"later"_s, 200};
    const Scheduled reminder{u"s2"_s, Scheduled::Kind::Reminder, u"u1"_s, u""_s, u"r-4"_s, u"think of it"_s, 100};
    QVERIFY(store.commit(chat::PutScheduled{message}, chat::PutScheduled{reminder}));
    store.reopen();
    QCOMPARE(store.load().scheduled, (std::vector<Scheduled>{reminder, message}));
    QVERIFY(store.commit(chat::RemoveScheduled{u"s2"_s}));
    QCOMPARE(store.load().scheduled, std::vector<Scheduled>{message});
}

void tst_Records::readPositionsNeverMoveBack()
{
    OpenStore store;
    QVERIFY(store.commit(createRoom(u"r"_s), join(u"r"_s, u"bob"_s)));
    for (int i = 0; i < 5; ++i)
        QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"text"_s)));
    for (const qint64 seq : {4, 6, 5})
        QVERIFY(store.commit(chat::PutReadPosition{{u"r"_s, u"bob"_s, seq}}));
    QCOMPARE(store.load().reads, (std::vector<ReadPosition>{{u"r"_s, u"bob"_s, 6}}));
    QCOMPARE(store.commit(chat::PutReadPosition{{u"nowhere"_s, u"bob"_s, 1}}).error(), StoreError::NotFound);
}

void tst_Records::whoWritesHasReadUpToThere()
{
    OpenStore store;
    QVERIFY(store.commit(createRoom(u"r"_s), join(u"r"_s, u"bob"_s)));
    QVERIFY(store.append(post(u"r"_s, u"bob"_s, u"one"_s)));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"from outside"_s))); // no member, so no position
    QVERIFY(store.append(post(u"r"_s, u"bob"_s, u"two"_s)));
    const std::vector<ReadPosition> wanted{{u"r"_s, u"bob"_s, 5}};
    QCOMPARE(store.load().reads, wanted);
    store.reopen();
    QCOMPARE(store.load().reads, wanted);
    QVERIFY(store.search({u"r"_s}, u"two"_s)); // brings the tables up to date
    QCOMPARE(store.load().reads, wanted);
    QVERIFY(store.commit(chat::PutReadPosition{{u"r"_s, u"bob"_s, 4}}));
    QCOMPARE(store.load().reads, wanted);
}

void tst_Records::theAuditLogIsReadInPages()
{
    OpenStore store;
    std::vector<AuditEntry> wanted;
    for (int i = 1; i <= 5; ++i) {
        const AuditEntry entry{0,        100 + i,      u"ann"_s, u"moderate:ban"_s, i % 2 ? u"r"_s : u""_s,
                               u"bob"_s, {{u"n"_s, i}}};
        QVERIFY(store.commit(chat::AppendAudit{entry}));
        wanted.insert(wanted.begin(), entry);
        wanted.front().number = i;
    }
    store.reopen();
    QCOMPARE(audit(store, {}, 0, 10), wanted);
    QCOMPARE(audit(store, {}, 4, 2), (std::vector<AuditEntry>{wanted[2], wanted[3]}));
    QCOMPARE(audit(store, u"r"_s, 0, 2), (std::vector<AuditEntry>{wanted[0], wanted[2]}));
    QCOMPARE(audit(store, u"r"_s, 3, 10), std::vector<AuditEntry>{wanted[4]});
}

void tst_Records::operationsOfOneChangeAreStoredTogetherOrNotAtAll()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    const AuditEntry entry{0, 1, u"ann"_s, u"message:delete"_s, u"r"_s, u"r-9"_s, {}};
    QCOMPARE(store.commit(chat::AppendAudit{entry}, remove(u"r"_s, 9, u"ann"_s)).error(), StoreError::NotFound);
    QVERIFY(audit(store, {}, 0, 10).empty());
    const auto committed
        = store.commit(join(u"r"_s, u"bob"_s), chat::AppendAudit{entry}, post(u"r"_s, u"bob"_s, u"hi"_s));
    QVERIFY(committed);
    QCOMPARE(committed->events.size(), size_t(2));
    QCOMPARE(committed->events[0].event.seq, 2);
    QCOMPARE(committed->events[1].event.seq, 3);
    QCOMPARE(audit(store, {}, 0, 10).size(), size_t(1));
}

void tst_Records::aChangeWithoutOperationsIsStoredInItsTurn()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    QStringList order;
    store->commit({{post(u"r"_s, u"ann"_s, u"first"_s)}}, [&](const auto &) { order.append(u"message"_s); });
    store->commit({}, [&](const chat::StoreResult<chat::Committed> &committed) {
        order.append(committed && committed->events.empty() ? u"nothing"_s : u"wrong"_s);
    });
    QVERIFY(store.tasks().runUntil([&] { return order.size() == 2; }));
    QCOMPARE(order, QStringList({u"message"_s, u"nothing"_s}));
}

QTEST_GUILESS_MAIN(tst_Records)
#include "tst_records.moc"
