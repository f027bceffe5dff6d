#include "support/bot.h"
#include "support/person.h"

#include <QCborArray>
#include <QRandomGenerator>

#include <vector>

using namespace session;
using protocol::chat::Role;
using protocol::chat::RoomKind;

/// A few people do things at random, while the network fails: in the end each of their programs shows the same as one
/// that has just come in.
class tst_SameState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverHappensTheStateIsThatOfAFreshClient_data();
    void whateverHappensTheStateIsThatOfAFreshClient();

private:
    static constexpr int people = 3;

    void step();
    void changeMessage(Person &person, const QString &room);
    void changeRoom(Person &person, const QString &room);
    void act(Person &person);
    void disturb();
    [[nodiscard]] bool settle();
    [[nodiscard]] static QString snapshot(Person &person);
    [[nodiscard]] static QStringList messagesIn(Timeline &timeline);
    [[nodiscard]] static QString difference(int person, const QString &found, const QString &wanted);
    [[nodiscard]] QString roomOf(Person &person);
    [[nodiscard]] QString messageIn(Person &person, const QString &room);
    [[nodiscard]] int below(int bound) { return int(m_random.bounded(quint32(bound))); }

    QRandomGenerator m_random;
    std::unique_ptr<House> m_house;
    std::vector<std::unique_ptr<Person>> m_people;
    std::vector<std::unique_ptr<Timeline>> m_timelines; ///< of General, one for each person
    QObject m_context;
};

void tst_SameState::whateverHappensTheStateIsThatOfAFreshClient_data()
{
    QTest::addColumn<quint32>("seed");
    bool isNumber = false;
    const uint chosen = qEnvironmentVariable("CONFAB_TEST_SEED").toUInt(&isNumber);
    if (isNumber) {
        QTest::addRow("seed %u", chosen) << quint32(chosen);
        return;
    }
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_SameState::whateverHappensTheStateIsThatOfAFreshClient()
{
    QFETCH(quint32, seed);
    m_random.seed(seed);
    m_timelines.clear();
    m_people.clear();
    m_house = std::make_unique<House>();
    m_house->config.chat.limits.maxSyncEvents = 30;
    m_house->config.chat.limits.maxSyncGap = 60;
    m_house->start();
    for (int i = 0; i < people; ++i) {
        m_people.push_back(std::make_unique<Person>(*m_house, QStringLiteral("Person %1").arg(i)));
        QVERIFY(m_people.back()->comeIn());
        m_timelines.push_back((*m_people.back())->openTimeline(general));
        m_timelines.back()->loadLatest();
    }
    for (int i = 0; i < 250; ++i)
        step();
    QVERIFY(settle());
    for (int i = 0; i < people; ++i) {
        Person fresh(*m_house, QStringLiteral("Person %1").arg(i));
        fresh.credentials.token = m_people[std::size_t(i)]->credentials.token;
        QVERIFY(fresh.comeIn());
        const QString wanted = snapshot(fresh);
        const QString found = snapshot(*m_people[std::size_t(i)]);
        QVERIFY2(found == wanted, qPrintable(difference(i, found, wanted)));
        // What has been shown all the time is the same, too.
        const QStringList shown = messagesIn(*m_timelines[std::size_t(i)]);
        const auto anew = fresh->openTimeline(general);
        anew->loadLatest();
        while (anew->hasBefore() && anew->count() < shown.size())
            anew->loadBefore();
        const QStringList all = messagesIn(*anew);
        QVERIFY(!shown.isEmpty());
        QCOMPARE(shown, all.mid(all.size() - shown.size()));
    }
}

void tst_SameState::step()
{
    const int choice = below(100);
    Person &person = *m_people[std::size_t(below(people))];
    if (choice < 6)
        disturb();
    else
        act(person);
    if (below(3) == 0)
        QTest::qWait(below(8));
}

void tst_SameState::act(Person &person)
{
    const QString room = roomOf(person);
    const int choice = below(100);
    if (choice < 35) {
        person->outbox().post(room, QStringLiteral("Text %1 @\"Person %2\"").arg(below(1000)).arg(below(people)),
                              below(4) == 0 ? messageIn(person, room) : QString());
    } else if (choice < 70) {
        changeMessage(person, room);
    } else if (choice < 80) {
        person->markRead(room, m_random.bounded(1, 1 + int(person.room(room)->room.seq)));
    } else {
        changeRoom(person, room);
    }
}

void tst_SameState::changeMessage(Person &person, const QString &room)
{
    const QString id = messageIn(person, room);
    if (id.isEmpty())
        return;
    const QString emoji = below(2) == 0 ? QStringLiteral(":one:") : QStringLiteral(":two:");
    switch (below(6)) {
    case 0:
        person->outbox().edit(id, QStringLiteral("Edited %1 @\"Person %2\"").arg(below(1000)).arg(below(people)));
        break;
    case 1:
        person->outbox().remove(id);
        break;
    case 2:
        person->outbox().react(id, emoji);
        break;
    case 3:
        person->outbox().unreact(id, emoji);
        break;
    case 4:
        person->outbox().pin(id);
        break;
    default:
        person->outbox().unpin(id);
    }
}

void tst_SameState::changeRoom(Person &person, const QString &room)
{
    const QString other = m_people[std::size_t(below(people))]->id();
    const bool isPutOut = room != general; // in the end everybody has to be reached there
    const auto done = [](const Answer<Done> &) {};
    const auto named = [](const Answer<QString> &) {};
    switch (below(9)) {
    case 0:
        person->roomRequests().create(QStringLiteral("Room %1").arg(below(1000)),
                                      below(2) == 0 ? RoomKind::Public : RoomKind::Private, {}, &m_context, named);
        break;
    case 1:
        person->roomRequests().leave(room, &m_context, done);
        break;
    case 2:
        person->roomRequests().invite(room, other, &m_context, done);
        break;
    case 3: {
        RoomChange change;
        change.topic = QStringLiteral("Topic %1").arg(below(1000));
        change.isAnnouncementOnly = below(4) == 0;
        person->roomRequests().update(room, change, &m_context, done);
        break;
    }
    case 4:
        if (isPutOut)
            person->moderation().kick(room, other, {}, &m_context, done);
        break;
    case 5:
        if (isPutOut && below(3) == 0)
            person->moderation().ban(room, other, {}, 0, &m_context, done);
        else
            person->moderation().unban(room, other, &m_context, done);
        break;
    case 6:
        if (isPutOut || below(2) == 0)
            person->moderation().mute(room, other, {}, isPutOut ? below(2) : 1, &m_context, done);
        break;
    case 7:
        person->moderation().setRole(room, other, Role(below(5)), &m_context, done);
        break;
    default:
        person->roomRequests().openDirect(other, &m_context, named);
    }
}

void tst_SameState::disturb()
{
    const std::size_t index = std::size_t(below(people));
    Person &person = *m_people[index];
    switch (below(5)) {
    case 0:
        m_house->network().cut();
        break;
    case 1:
        person->close();
        break;
    case 2: // the program is quit and started again
        m_timelines[index].reset();
        person.quit();
        person.start();
        m_timelines[index] = person->openTimeline(general);
        m_timelines[index]->loadLatest();
        break;
    case 3:
        m_house->stop();
        m_house->start();
        break;
    default:
        for (const auto &somebody : m_people)
            (*somebody)->open();
    }
}

bool tst_SameState::settle()
{
    for (const auto &person : m_people) {
        (*person)->open();
        // What was not allowed is given up.
        const bool isSettled = QTest::qWaitFor(
            [&] {
                for (const QString &room : (*person)->rooms().ids() + QStringList(general)) {
                    for (const Outgoing &outgoing : (*person)->outbox().outgoing(room)) {
                        if (outgoing.state == Outgoing::State::Refused)
                            (*person)->outbox().discard(outgoing.nonce);
                    }
                }
                return (*person)->isUpToDate() && (*person)->outbox().count() == 0;
            },
            10'000);
        if (!isSettled) {
            qWarning("Somebody is not up to date");
            return false;
        }
    }
    // Somebody says something last, so that nothing is on its way any more when everybody has it.
    const QString last = m_people.front()->say(general, QStringLiteral("The end"));
    const auto hasAll = [&](Person &person) {
        return person->isUpToDate() && person.room(general)->last && person.room(general)->last->id == last;
    };
    for (const auto &person : m_people) {
        if (!QTest::qWaitFor([&] { return hasAll(*person); }, 10'000)) {
            qWarning("Somebody has not heard the end");
            return false;
        }
    }
    QTest::qWait(200);
    return !last.isEmpty();
}

QString tst_SameState::roomOf(Person &person)
{
    const QStringList ids = person->rooms().ids();
    return ids.isEmpty() || below(2) == 0 ? general : ids[below(int(ids.size()))];
}

QString tst_SameState::messageIn(Person &person, const QString &room)
{
    const QList<protocol::chat::Message> messages = person.cache().latest(room, 12).messages;
    return messages.isEmpty() ? QString() : messages[below(int(messages.size()))].id;
}

/// All of it, in an order that does not depend on how it came about.
QString tst_SameState::snapshot(Person &person)
{
    QString all;
    for (const QString &id : person->rooms().ids()) {
        const RoomState &state = *person.room(id);
        all += QString::fromUtf8(state.room.toMap().toCborValue().toDiagnosticNotation().toUtf8());
        all += QStringLiteral("\n role %1 muted %2 read %3 unread %4 mentions %5 last %6\n")
                   .arg(protocol::chat::wireName(state.role))
                   .arg(state.mutedUntil)
                   .arg(state.read)
                   .arg(state.unread)
                   .arg(state.mentions)
                   .arg(state.last ? state.last->toMap().toCborValue().toDiagnosticNotation() : QStringLiteral("none"));
        const auto timeline = person->openTimeline(id);
        timeline->loadLatest();
        (void)QTest::qWaitFor([&] { return !timeline->isLoading(); });
        while (timeline->hasBefore() && !timeline->error()) {
            timeline->loadBefore();
            (void)QTest::qWaitFor([&] { return !timeline->isLoading(); });
        }
        all += messagesIn(*timeline).join(u'\n') + u'\n';
    }
    return all;
}

QStringList tst_SameState::messagesIn(Timeline &timeline)
{
    QStringList all;
    for (int row = 0; row < timeline.count(); ++row) {
        const Entry &entry = timeline.at(row);
        if (entry.kind == Entry::Kind::Message)
            all.append(entry.message.toMap().toCborValue().toDiagnosticNotation());
        else if (entry.kind == Entry::Kind::Outgoing)
            all.append(QStringLiteral("outgoing: ") + entry.outgoing.text);
    }
    return all;
}

QString tst_SameState::difference(int person, const QString &found, const QString &wanted)
{
    const QStringList here = found.split(u'\n');
    const QStringList there = wanted.split(u'\n');
    QString words = QStringLiteral("Person %1:\n").arg(person);
    for (const QString &line : here) {
        if (!there.contains(line))
            words += QStringLiteral("is:     ") + line + u'\n';
    }
    for (const QString &line : there) {
        if (!here.contains(line))
            words += QStringLiteral("should: ") + line + u'\n';
    }
    return words;
}

QTEST_GUILESS_MAIN(tst_SameState)
#include "tst_samestate.moc"
