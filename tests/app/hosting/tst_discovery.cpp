#include "hosting/beacon.h"
#include "hosting/chatfinder.h"

#include "localdiscovery.h"

#include <QSignalSpy>
#include <QTest>

using namespace hosting;

namespace {

Announcement announcement(const char *id, const char *name, quint16 port = 8418)
{
    return {QString::fromLatin1(id), QString::fromUtf8(name), port, 1, QStringLiteral("0.1.0")};
}

/// Hears every question and answers as it likes.
class Impostor
{
public:
    explicit Impostor(const DiscoveryOptions &options)
    {
        const bool isBound = m_socket.bind(QHostAddress(QHostAddress::AnyIPv4), options.port,
                                           QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint);
        Q_ASSERT(isBound);
    }

    /// The next question.
    QNetworkDatagram question()
    {
        if (!QTest::qWaitFor([this] { return m_socket.hasPendingDatagrams(); }))
            return {};
        return m_socket.receiveDatagram();
    }
    void answer(const QNetworkDatagram &question, const QByteArray &bytes)
    {
        m_socket.writeDatagram(bytes, question.senderAddress(), quint16(question.senderPort()));
    }

private:
    QUdpSocket m_socket;
};

} // namespace

/// Hosts and seekers on one machine, over real sockets.
class tst_Discovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_options = localDiscovery(); }

    void aChatIsFoundWithItsNameAndAddress();
    void aChangeIsSeen();
    void aChatThatHasGoneIsLost();
    void severalChatsOnOneMachineAreAllFound();
    void aChatThatIsSeenTwiceIsFoundOnce();
    void aRememberedHostIsAsked();
    void stoppingForgetsAndStartingFindsAgain();
    void itMayBeStoppedFromWithinItsSignal();
    void aSeekerBelievesTheSenderAndNotTheAnswer();
    void aLieUnderTheSameIdDoesNotMoveAChat();
    void oneAddressCannotFillTheList();
    void whatNobodyAskedForIsIgnored();
    void aHostAnswersNothingButQuestions();
    void aHostNeverSendsMoreThanItGot();
    void aHostGetsTiredOfOneThatAsksTooOften();
    void aChatIsFoundThroughAFloodOfRubbish();

private:
    DiscoveryOptions m_options;
};

void tst_Discovery::aChatIsFoundWithItsNameAndAddress()
{
    Beacon beacon(m_options);
    QVERIFY(beacon.announce(announcement("chat-one", "Ann’s chat", 4711)));
    ChatFinder finder(m_options);
    QSignalSpy found(&finder, &ChatFinder::found);
    finder.start();
    QVERIFY(found.wait());
    QCOMPARE(finder.chats().size(), 1);
    const FoundChat chat = found[0][0].value<FoundChat>();
    QVERIFY(chat == finder.chats()[0]);
    QCOMPARE(chat.name, QStringLiteral("Ann’s chat"));
    QCOMPARE(chat.addressText(), QStringLiteral("127.0.0.1:4711"));
    QCOMPARE(chat.people, 1);
    QCOMPARE(chat.version, QStringLiteral("0.1.0"));
    QVERIFY(finder.canAsk());
}

void tst_Discovery::aChangeIsSeen()
{
    Beacon beacon(m_options);
    Announcement said = announcement("chat-one", "Kitchen");
    QVERIFY(beacon.announce(said));
    ChatFinder finder(m_options);
    QSignalSpy found(&finder, &ChatFinder::found);
    QSignalSpy changed(&finder, &ChatFinder::changed);
    finder.start();
    QVERIFY(found.wait());
    said.people = 12;
    QVERIFY(beacon.announce(said));
    QVERIFY(changed.wait());
    QCOMPARE(changed[0][0].value<FoundChat>().people, 12);
    QCOMPARE(changed[0][0].value<FoundChat>().key, found[0][0].value<FoundChat>().key);
    QCOMPARE(found.size(), 1);
}

void tst_Discovery::aChatThatHasGoneIsLost()
{
    Beacon beacon(m_options);
    QVERIFY(beacon.announce(announcement("chat-one", "Kitchen")));
    ChatFinder finder(m_options);
    QSignalSpy found(&finder, &ChatFinder::found);
    QSignalSpy lost(&finder, &ChatFinder::lost);
    finder.start();
    QVERIFY(found.wait());
    beacon.stop();
    QVERIFY(lost.wait());
    QCOMPARE(lost[0][0].toString(), found[0][0].value<FoundChat>().key);
    QVERIFY(finder.chats().isEmpty());
}

void tst_Discovery::severalChatsOnOneMachineAreAllFound()
{
    Beacon first(m_options);
    Beacon second(m_options);
    QVERIFY(first.announce(announcement("chat-one", "Kitchen", 1001)));
    QVERIFY(second.announce(announcement("chat-two", "Garden", 1002)));
    ChatFinder finder(m_options);
    finder.start();
    QTRY_COMPARE(finder.chats().size(), 2);
}

void tst_Discovery::aChatThatIsSeenTwiceIsFoundOnce()
{
    Beacon beacon(m_options);
    QVERIFY(beacon.announce(announcement("chat-one", "Kitchen")));
    ChatFinder finder(m_options);
    // Another address of the same machine.
    finder.setRememberedHosts({QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.3")});
    QSignalSpy found(&finder, &ChatFinder::found);
    QSignalSpy lost(&finder, &ChatFinder::lost);
    finder.start();
    QVERIFY(found.wait());
    QVERIFY(!lost.wait(500)); // questions go out ten times in this
    QCOMPARE(found.size(), 1);
    QCOMPARE(finder.chats().size(), 1);
}

void tst_Discovery::aRememberedHostIsAsked()
{
    // It hears nothing but what is meant for it alone.
    QUdpSocket host;
    QVERIFY(host.bind(QHostAddress(QStringLiteral("127.7.7.7")), m_options.port));
    ChatFinder finder(m_options);
    finder.setRememberedHosts({QStringLiteral("no address"), QStringLiteral("127.7.7.7"), QStringLiteral("127.7.7.7")});
    QSignalSpy found(&finder, &ChatFinder::found);
    finder.start();
    QTRY_VERIFY(host.hasPendingDatagrams());
    const QNetworkDatagram question = host.receiveDatagram();
    const auto nonce = decodeQuestion(question.data());
    QVERIFY(nonce);
    host.writeDatagram(encodeAnswer(*nonce, announcement("far-away", "Far away", 99)), question.senderAddress(),
                       quint16(question.senderPort()));
    QVERIFY(found.wait());
    QCOMPARE(finder.chats()[0].addressText(), QStringLiteral("127.7.7.7:99"));
}

void tst_Discovery::stoppingForgetsAndStartingFindsAgain()
{
    Beacon beacon(m_options);
    QVERIFY(beacon.announce(announcement("chat-one", "Kitchen")));
    ChatFinder finder(m_options);
    QSignalSpy found(&finder, &ChatFinder::found);
    for (int round = 1; round <= 3; ++round) {
        finder.start();
        QVERIFY(finder.isRunning());
        QTRY_COMPARE(found.size(), round);
        finder.stop();
        QVERIFY(!finder.isRunning());
        QVERIFY(finder.chats().isEmpty());
    }
}

void tst_Discovery::itMayBeStoppedFromWithinItsSignal()
{
    Beacon beacon(m_options);
    QVERIFY(beacon.announce(announcement("chat-one", "Kitchen")));
    ChatFinder finder(m_options);
    connect(&finder, &ChatFinder::found, this, [&finder] { finder.stop(); });
    finder.start();
    QTRY_VERIFY(!finder.isRunning());
    QTest::qWait(0);
}

void tst_Discovery::aSeekerBelievesTheSenderAndNotTheAnswer()
{
    Impostor impostor(m_options);
    ChatFinder finder(m_options);
    QSignalSpy found(&finder, &ChatFinder::found);
    finder.start();
    const QNetworkDatagram question = impostor.question();
    const auto nonce = decodeQuestion(question.data());
    QVERIFY(nonce);
    QByteArray lie = encodeAnswer(*nonce, announcement("chat-one", "Bank", 443));
    lie.replace("{", R"({"address":"192.0.2.1","host":"192.0.2.1",)");
    impostor.answer(question, lie);
    QVERIFY(found.wait());
    QVERIFY(found[0][0].value<FoundChat>().address.isLoopback());
}

void tst_Discovery::aLieUnderTheSameIdDoesNotMoveAChat()
{
    QUdpSocket honest;
    QUdpSocket liar;
    QVERIFY(honest.bind(QHostAddress(QStringLiteral("127.1.1.1")), m_options.port));
    QVERIFY(liar.bind(QHostAddress(QStringLiteral("127.6.6.6")), m_options.port));
    ChatFinder finder(m_options);
    finder.setRememberedHosts({QStringLiteral("127.1.1.1"), QStringLiteral("127.6.6.6")});
    QSignalSpy changed(&finder, &ChatFinder::changed);
    finder.start();
    const auto reply = [](QUdpSocket &socket, const char *name) {
        if (!QTest::qWaitFor([&] { return socket.hasPendingDatagrams(); }))
            return;
        const QNetworkDatagram question = socket.receiveDatagram();
        const auto answer = encodeAnswer(*decodeQuestion(question.data()), announcement("chat-one", name));
        socket.writeDatagram(answer, question.senderAddress(), quint16(question.senderPort()));
    };
    reply(honest, "Kitchen");
    QTRY_COMPARE(finder.chats().size(), 1);
    reply(liar, "Kitchen"); // the very same
    reply(liar, "Kitchen of hell"); // its own words under the same id
    QTRY_COMPARE(finder.chats().size(), 2);
    QCOMPARE(finder.chats()[0].address, QHostAddress(QStringLiteral("127.1.1.1")));
    QCOMPARE(finder.chats()[0].name, QStringLiteral("Kitchen"));
    QCOMPARE(changed.size(), 0);
}

void tst_Discovery::oneAddressCannotFillTheList()
{
    Impostor impostor(m_options);
    ChatFinder finder(m_options);
    finder.start();
    const QNetworkDatagram question = impostor.question();
    const auto nonce = decodeQuestion(question.data());
    QVERIFY(nonce);
    for (int i = 1; i <= 200; ++i) {
        const QByteArray id = "chat-number-" + QByteArray::number(i);
        impostor.answer(question, encodeAnswer(*nonce, announcement(id.constData(), "Spam", quint16(i))));
    }
    QTRY_COMPARE(finder.chats().size(), ChatFinder::maxChatsOfAddress);
    QVERIFY(!QTest::qWaitFor([&] { return finder.chats().size() > ChatFinder::maxChatsOfAddress; }, 200));
}

void tst_Discovery::whatNobodyAskedForIsIgnored()
{
    Impostor impostor(m_options);
    ChatFinder finder(m_options);
    QSignalSpy found(&finder, &ChatFinder::found);
    finder.start();
    const QNetworkDatagram question = impostor.question();
    const auto nonce = decodeQuestion(question.data());
    QVERIFY(nonce);
    impostor.answer(question, encodeAnswer(QStringLiteral("another-question"), announcement("chat-one", "No")));
    impostor.answer(question, QByteArray());
    impostor.answer(question, QByteArray(60'000, 'x'));
    impostor.answer(question, question.data());
    impostor.answer(question, encodeAnswer(*nonce, announcement("chat-two", "Yes")));
    QVERIFY(found.wait());
    QCOMPARE(finder.chats().size(), 1);
    QCOMPARE(finder.chats()[0].name, QStringLiteral("Yes"));
}

void tst_Discovery::aHostAnswersNothingButQuestions()
{
    Beacon beacon(m_options);
    QVERIFY(beacon.announce(announcement("chat-one", "Kitchen")));
    QUdpSocket stranger;
    QVERIFY(stranger.bind(QHostAddress(QHostAddress::LocalHost), 0));
    const auto say = [&](const QByteArray &bytes) {
        stranger.writeDatagram(bytes, QHostAddress(QHostAddress::LocalHost), m_options.port);
    };
    const QString nonce = QStringLiteral("this-is-mine");
    say(QByteArray());
    say("{}");
    say(QByteArray(60'000, '{'));
    say(encodeAnswer(nonce, announcement("chat-two", "Garden")));
    say(R"({"confab":1,"find":"this-is-mine"})"); // small, to get a large answer
    say(encodeQuestion(nonce));
    QTRY_VERIFY(stranger.hasPendingDatagrams());
    QVERIFY(decodeAnswer(stranger.receiveDatagram().data(), nonce));
    QVERIFY(!stranger.hasPendingDatagrams());
}

void tst_Discovery::aHostNeverSendsMoreThanItGot()
{
    Beacon beacon(m_options);
    Announcement large = announcement("chat-one", "");
    large.name = QStringLiteral("🙂").repeated(64);
    QVERIFY(beacon.announce(large));
    QUdpSocket stranger;
    QVERIFY(stranger.bind(QHostAddress(QHostAddress::LocalHost), 0));
    const QByteArray question = encodeQuestion(QString(64, u'n'));
    stranger.writeDatagram(question, QHostAddress(QHostAddress::LocalHost), m_options.port);
    QTRY_VERIFY(stranger.hasPendingDatagrams());
    QVERIFY(stranger.receiveDatagram().data().size() <= question.size());
}

void tst_Discovery::aHostGetsTiredOfOneThatAsksTooOften()
{
    Beacon beacon(m_options);
    QVERIFY(beacon.announce(announcement("chat-one", "Kitchen")));
    QUdpSocket stranger;
    QVERIFY(stranger.bind(QHostAddress(QHostAddress::LocalHost), 0));
    for (int i = 0; i < 100; ++i) {
        stranger.writeDatagram(encodeQuestion(QStringLiteral("question-%1").arg(i)),
                               QHostAddress(QHostAddress::LocalHost), m_options.port);
    }
    QTRY_VERIFY(stranger.hasPendingDatagrams());
    int answers = 0;
    const auto isEnough = [&] {
        while (stranger.hasPendingDatagrams()) {
            stranger.receiveDatagram();
            ++answers;
        }
        return answers > 20;
    };
    QVERIFY2(!QTest::qWaitFor(isEnough, 1000), "so many were to be answered in many seconds only");
    QVERIFY(answers >= 5);
}

void tst_Discovery::aChatIsFoundThroughAFloodOfRubbish()
{
    Beacon beacon(m_options);
    QVERIFY(beacon.announce(announcement("chat-one", "Kitchen")));
    ChatFinder finder(m_options);
    QSignalSpy found(&finder, &ChatFinder::found);
    QUdpSocket stranger;
    QTimer flood;
    connect(&flood, &QTimer::timeout, this, [&] {
        for (int i = 0; i < 50; ++i) {
            stranger.writeDatagram(QByteArray(questionBytes, char(i)), QHostAddress(QHostAddress::LocalHost),
                                   m_options.port);
        }
    });
    flood.start(1);
    finder.start();
    QVERIFY(QTest::qWaitFor([&] { return !found.isEmpty(); }, 20'000));
}

QTEST_GUILESS_MAIN(tst_Discovery)
#include "tst_discovery.moc"
