#include "hosting/chatfinder.h"
#include "hosting/hostedchat.h"

#include "localdiscovery.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace hosting;
using State = HostedChat::State;

/// A chat that a window hosts.
class tst_HostedChat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void itStartsWithoutMakingAnybodyWait();
    void itStopsAndStartsAgainAsTheSameChat();
    void whereItsPortIsTakenItGetsAnother();
    void aFolderThatCannotBeUsedIsAProblem_data();
    void aFolderThatCannotBeUsedIsAProblem();
    void afterAProblemItMayBeTriedAgain();
    void stoppingWhileItStartsEndsInStopped();
    void startingWhileItStopsEndsInRunning();
    void destroyingItStopsIt();
    void onThisMachineOnlyItHasNoOtherAddress();
    void whoLooksForChatsFindsItWithItsPeople();
    void itIsNotFoundAnyMoreOnceItStops();

private:
    HostedChatOptions options() const
    {
        HostedChatOptions options;
        options.name = QStringLiteral("Kitchen");
        options.dataFolder = m_folder->filePath(QStringLiteral("hosted"));
        options.port = 0;
        options.isOnNetwork = false;
        return options;
    }
    /// Whether a server answers there, with its health.
    static bool isAnswering(quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        QByteArray answer;
        return QTest::qWaitFor([&] {
                   answer += socket.readAll();
                   return answer.contains(R"("status":"ok")")
                       || (socket.state() == QAbstractSocket::UnconnectedState && socket.bytesAvailable() == 0);
               })
            && answer.contains(R"("status":"ok")");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    DiscoveryOptions m_discovery;
};

void tst_HostedChat::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_discovery = localDiscovery();
}

void tst_HostedChat::itStartsWithoutMakingAnybodyWait()
{
    HostedChat chat(m_discovery);
    QSignalSpy states(&chat, &HostedChat::stateChanged);
    QCOMPARE(chat.state(), State::Stopped);
    chat.start(options());
    QCOMPARE(chat.state(), State::Starting); // and not yet Running: that takes a turn of the event loop
    QTRY_COMPARE(chat.state(), State::Running);
    QCOMPARE(states.size(), 2);
    QVERIFY(chat.port() != 0);
    QCOMPARE(chat.ownAddress(), QStringLiteral("127.0.0.1:%1").arg(chat.port()));
    QCOMPARE(chat.name(), QStringLiteral("Kitchen"));
    QCOMPARE(chat.problem(), HostedChat::Problem::None);
    QVERIFY(isAnswering(chat.port()));
    chat.start(options()); // changes nothing
    QCOMPARE(chat.state(), State::Running);
}

void tst_HostedChat::itStopsAndStartsAgainAsTheSameChat()
{
    ChatFinder finder(m_discovery);
    QSignalSpy found(&finder, &ChatFinder::found);
    HostedChat chat(m_discovery);
    chat.start(options());
    QTRY_COMPARE(chat.state(), State::Running);
    const quint16 port = chat.port();
    finder.start();
    QVERIFY(found.wait());
    finder.stop();

    chat.stop();
    QCOMPARE(chat.state(), State::Stopping);
    QTRY_COMPARE(chat.state(), State::Stopped);
    QCOMPARE(chat.port(), 0);
    QVERIFY(!isAnswering(port));

    HostedChatOptions again = options();
    again.port = port;
    chat.start(again);
    QTRY_COMPARE(chat.state(), State::Running);
    QCOMPARE(chat.port(), port);
    finder.start();
    QVERIFY(found.wait());
    QCOMPARE(found[1][0].value<FoundChat>().key, found[0][0].value<FoundChat>().key);
}

void tst_HostedChat::whereItsPortIsTakenItGetsAnother()
{
    QTcpServer somebody;
    QVERIFY(somebody.listen(QHostAddress(QHostAddress::LocalHost), 0));
    HostedChat chat(m_discovery);
    HostedChatOptions taken = options();
    taken.port = somebody.serverPort();
    chat.start(taken);
    QTRY_COMPARE(chat.state(), State::Running);
    QVERIFY(chat.port() != 0 && chat.port() != taken.port);
    QVERIFY(isAnswering(chat.port()));
}

void tst_HostedChat::aFolderThatCannotBeUsedIsAProblem_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<HostedChat::Problem>("problem");
    QTest::newRow("below a file") << QStringLiteral("file") << HostedChat::Problem::FolderUnusable;
    QTest::newRow("in use") << QStringLiteral("used") << HostedChat::Problem::StoreUnusable;
    QTest::newRow("damaged") << QStringLiteral("damaged") << HostedChat::Problem::StoreUnusable;
}

void tst_HostedChat::aFolderThatCannotBeUsedIsAProblem()
{
    QFETCH(QString, kind);
    QFETCH(HostedChat::Problem, problem);
    HostedChatOptions wrong = options();
    HostedChat other(m_discovery);
    if (kind == QStringLiteral("file")) {
        QFile file(m_folder->filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        wrong.dataFolder = file.fileName() + QStringLiteral("/hosted");
    } else {
        other.start(wrong);
        QTRY_COMPARE(other.state(), State::Running);
        if (kind == QStringLiteral("damaged")) {
            other.stop();
            QTRY_COMPARE(other.state(), State::Stopped);
            const QDir folder(wrong.dataFolder);
            const QStringList files = folder.entryList({QStringLiteral("*.sqlite*"), QStringLiteral("*.db*")});
            QVERIFY(!files.isEmpty());
            for (const QString &name : files) {
                QFile file(folder.filePath(name));
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(QByteArray(10'000, 'x'));
            }
        }
    }
    HostedChat chat(m_discovery);
    QSignalSpy failed(&chat, &HostedChat::failed);
    chat.start(wrong);
    QVERIFY(failed.wait());
    QCOMPARE(chat.state(), State::Stopped);
    QCOMPARE(chat.problem(), problem);
    QVERIFY(!chat.problemDetail().isEmpty());
    QCOMPARE(chat.port(), 0);
}

void tst_HostedChat::afterAProblemItMayBeTriedAgain()
{
    HostedChat other(m_discovery);
    other.start(options());
    QTRY_COMPARE(other.state(), State::Running);
    HostedChat chat(m_discovery);
    QSignalSpy failed(&chat, &HostedChat::failed);
    chat.start(options());
    QVERIFY(failed.wait());
    other.stop();
    QTRY_COMPARE(other.state(), State::Stopped);
    chat.start(options());
    QTRY_COMPARE(chat.state(), State::Running);
    QCOMPARE(chat.problem(), HostedChat::Problem::None);
    QVERIFY(chat.problemDetail().isEmpty());
}

void tst_HostedChat::stoppingWhileItStartsEndsInStopped()
{
    HostedChat chat(m_discovery);
    chat.start(options());
    chat.stop();
    QTRY_COMPARE(chat.state(), State::Stopped);
    QVERIFY(!QTest::qWaitFor([&] { return chat.state() != State::Stopped; }, 200));
}

void tst_HostedChat::startingWhileItStopsEndsInRunning()
{
    HostedChat chat(m_discovery);
    chat.start(options());
    QTRY_COMPARE(chat.state(), State::Running);
    chat.stop();
    HostedChatOptions renamed = options();
    renamed.name = QStringLiteral("Garden");
    chat.start(renamed);
    QTRY_COMPARE(chat.state(), State::Running);
    QCOMPARE(chat.name(), QStringLiteral("Garden"));
    QVERIFY(isAnswering(chat.port()));
}

void tst_HostedChat::destroyingItStopsIt()
{
    quint16 port = 0;
    {
        HostedChat chat(m_discovery);
        chat.start(options());
        QTRY_COMPARE(chat.state(), State::Running);
        port = chat.port();
    }
    QVERIFY(!isAnswering(port));
    {
        HostedChat chat(m_discovery);
        chat.start(options()); // and gone before it has started
    }
    HostedChat chat(m_discovery);
    chat.start(options()); // nobody holds the folder any more
    QTRY_COMPARE(chat.state(), State::Running);
}

void tst_HostedChat::onThisMachineOnlyItHasNoOtherAddress()
{
    HostedChat chat(m_discovery);
    chat.start(options());
    QTRY_COMPARE(chat.state(), State::Running);
    QVERIFY(chat.addresses().isEmpty());
}

void tst_HostedChat::whoLooksForChatsFindsItWithItsPeople()
{
    HostedChat chat(m_discovery);
    chat.start(options());
    QTRY_COMPARE(chat.state(), State::Running);
    QVERIFY(chat.isAnnounced());
    ChatFinder finder(m_discovery);
    finder.start();
    QTRY_COMPARE(finder.chats().size(), 1);
    QCOMPARE(finder.chats()[0].name, QStringLiteral("Kitchen"));
    QCOMPARE(finder.chats()[0].addressText(), chat.ownAddress());
    QVERIFY(!finder.chats()[0].version.isEmpty());
    chat.setPeople(3);
    QTRY_COMPARE(finder.chats()[0].people, 3);
}

void tst_HostedChat::itIsNotFoundAnyMoreOnceItStops()
{
    HostedChat chat(m_discovery);
    chat.start(options());
    QTRY_COMPARE(chat.state(), State::Running);
    ChatFinder finder(m_discovery);
    finder.start();
    QTRY_COMPARE(finder.chats().size(), 1);
    chat.stop();
    QVERIFY(!chat.isAnnounced());
    QTRY_VERIFY(finder.chats().isEmpty());
}

QTEST_GUILESS_MAIN(tst_HostedChat)
#include "tst_hostedchat.moc"
