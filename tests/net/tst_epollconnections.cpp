#include "epollthread.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <memory>
#include <sys/resource.h>
#include <vector>

namespace {

constexpr int connectionCount = 2000;

bool allowDescriptors(rlim_t count)
{
    rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::max(limit.rlim_cur, std::min(count, limit.rlim_max));
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur >= count;
}

} // namespace

class tst_EpollConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thousandsOfSocketsGetTheirOwnEcho();
};

void tst_EpollConnections::thousandsOfSocketsGetTheirOwnEcho()
{
    QVERIFY2(allowDescriptors(2 * connectionCount + 100), "Raise the limit on open files to 4,100 or more.");
    std::atomic<int> port = 0;
    std::atomic<int> echoed = 0;
    std::atomic<int> wrong = 0;
    std::atomic<int> closed = 0;
    EpollThread serving;
    EpollThread asking;
    std::vector<std::unique_ptr<QTcpSocket>> clients;

    serving.run([&] {
        auto *server = new QTcpServer(serving.context());
        server->setListenBacklogSize(4096);
        server->setMaxPendingConnections(connectionCount);
        connect(server, &QTcpServer::newConnection, server, [&closed, server] {
            while (QTcpSocket *socket = server->nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
                connect(socket, &QTcpSocket::disconnected, socket, [&closed] { ++closed; });
            }
        });
        QVERIFY(server->listen(QHostAddress::LocalHost));
        port = server->serverPort();
    });
    asking.run([&] {
        for (int i = 0; i < connectionCount; ++i) {
            clients.push_back(std::make_unique<QTcpSocket>());
            QTcpSocket *socket = clients.back().get();
            const QByteArray line = "I am number " + QByteArray::number(i) + '\n';
            connect(socket, &QTcpSocket::connected, socket, [socket, line] { socket->write(line); });
            connect(socket, &QTcpSocket::readyRead, socket, [&, socket, line] {
                if (!socket->canReadLine())
                    return;
                wrong += socket->readAll() == line ? 0 : 1;
                ++echoed;
            });
            socket->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
        }
    });
    QVERIFY(QTest::qWaitFor([&] { return echoed == connectionCount; }, 20000));
    QCOMPARE(wrong.load(), 0);
    asking.run([&] { clients.clear(); });
    QVERIFY(QTest::qWaitFor([&] { return closed == connectionCount; }, 20000));
    serving.run([&] { qDeleteAll(serving.context()->children()); });
}

QTEST_GUILESS_MAIN(tst_EpollConnections)
#include "tst_epollconnections.moc"
