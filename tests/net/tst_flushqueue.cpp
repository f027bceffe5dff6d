#include "net/tcpconnection.h"
#include "net/worker.h"
#include "socketpair.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

namespace {

constexpr int connectionCount = 400; // and as many more descriptors at the far ends: below the usual limit of 1,024

/// A worker with many connections, whose far ends are here.
class BusyWorker final
{
public:
    BusyWorker() : pairs(connectionCount), worker(0)
    {
        worker.start();
        worker.run([this] {
            for (SocketPair &pair : pairs) {
                connections.push_back(std::make_unique<net::TcpConnection>(
                    pair.giveNearEnd(), QHostAddress(QHostAddress::LocalHost), net::ConnectionTicket(), 1'000'000));
                connections.back()->attachTo(worker);
            }
        });
    }
    ~BusyWorker()
    {
        worker.run([this] { connections.clear(); });
        worker.stop();
    }
    Q_DISABLE_COPY_MOVE(BusyWorker)

    /// In the worker.
    void enqueueOnAll(const QByteArray &bytes)
    {
        for (const auto &connection : connections)
            connection->enqueue(bytes);
    }

    /// In the worker: how many have nothing left to send.
    [[nodiscard]] int doneCount() const
    {
        return int(std::ranges::count_if(connections, [](const auto &c) { return c->bytesToWrite() == 0; }));
    }

    std::vector<SocketPair> pairs;
    net::Worker worker;
    std::vector<std::unique_ptr<net::TcpConnection>> connections; ///< used in the worker only
};

} // namespace

class tst_FlushQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComesWhileManyAreServedGoesAlong();
    void oneThatGoesWhileManyAreServedIsLeftOut();
};

void tst_FlushQueue::whatComesWhileManyAreServedGoesAlong()
{
    BusyWorker busy;
    int doneBefore = 0;
    std::function<void()> sayMore = [&] {
        doneBefore = busy.doneCount();
        if (doneBefore == 0) // not yet begun
            QMetaObject::invokeMethod(&busy.worker.flushes(), sayMore, Qt::QueuedConnection);
        else
            busy.enqueueOnAll("two ");
    };
    busy.worker.run([&] {
        busy.enqueueOnAll("one ");
        sayMore();
    });
    const auto hasAll = [&] {
        int done = 0;
        busy.worker.run([&] { done = doneBefore > 0 ? busy.doneCount() : 0; });
        return done == connectionCount;
    };
    QVERIFY(QTest::qWaitFor(hasAll));
    QVERIFY2(doneBefore < connectionCount, qPrintable(QString::number(doneBefore)));
    for (const SocketPair &pair : busy.pairs)
        QCOMPARE(SocketPair::readAll(pair.farEnd()), QByteArray("one two "));
}

void tst_FlushQueue::oneThatGoesWhileManyAreServedIsLeftOut()
{
    BusyWorker busy;
    std::function<void()> closeLast = [&] {
        if (busy.doneCount() == 0)
            QMetaObject::invokeMethod(&busy.worker.flushes(), closeLast, Qt::QueuedConnection);
        else
            busy.connections.pop_back();
    };
    busy.worker.run([&] {
        busy.enqueueOnAll("one ");
        closeLast();
    });
    const auto hasAll = [&] {
        bool areDone = false;
        busy.worker.run([&] { areDone = busy.doneCount() == connectionCount - 1; });
        return areDone;
    };
    QVERIFY(QTest::qWaitFor(hasAll));
    for (size_t i = 0; i + 1 < busy.pairs.size(); ++i)
        QCOMPARE(SocketPair::readAll(busy.pairs[i].farEnd()), QByteArray("one "));
}

QTEST_GUILESS_MAIN(tst_FlushQueue)
#include "tst_flushqueue.moc"
