#include "net/connectionlimiter.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace net;

namespace {

QHostAddress address(const char *text)
{
    return QHostAddress(QString::fromLatin1(text));
}

} // namespace

class tst_ConnectionLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void admitsUpToTheTotalAndAgainWhenOneGoes();
    void countsEachAddressOfItsOwn();
    void takesAWholeSubnetForOneAddress();
    void holdsBackAnAddressThatConnectsTooOften();
    void zeroLiftsEveryLimit();
    void aTicketIsGivenBackOnceHoweverItMoves();
    void aTicketReplacedByAnotherGivesItsPlaceBack();
    void aTicketMayOutliveTheLastOtherReference();
    void manyThreadsNeverExceedTheTotal();
};

void tst_ConnectionLimiter::admitsUpToTheTotalAndAgainWhenOneGoes()
{
    const auto limiter = std::make_shared<ConnectionLimiter>(ConnectionLimits{2, 0, 0, 100});
    auto first = limiter->admit(address("10.0.0.1"));
    const auto second = limiter->admit(address("10.0.0.2"));
    QVERIFY(first && second);
    QVERIFY(!limiter->admit(address("10.0.0.3")));
    QCOMPARE(limiter->openConnections(), 2);
    first.reset();
    QCOMPARE(limiter->openConnections(), 1);
    QVERIFY(limiter->admit(address("10.0.0.3")).has_value());
}

void tst_ConnectionLimiter::countsEachAddressOfItsOwn()
{
    const auto limiter = std::make_shared<ConnectionLimiter>(ConnectionLimits{100, 2, 0, 100});
    auto first = limiter->admit(address("10.0.0.1"));
    const auto mapped = limiter->admit(address("::ffff:10.0.0.1"));
    QVERIFY(first && mapped);
    QVERIFY(!limiter->admit(address("10.0.0.1")));
    QVERIFY(limiter->admit(address("10.0.0.2")).has_value());
    first.reset();
    QVERIFY(limiter->admit(address("::ffff:10.0.0.1")).has_value());
}

void tst_ConnectionLimiter::takesAWholeSubnetForOneAddress()
{
    const auto limiter = std::make_shared<ConnectionLimiter>(ConnectionLimits{100, 1, 0, 100});
    const auto first = limiter->admit(address("2001:db8::1"));
    QVERIFY(first);
    QVERIFY(!limiter->admit(address("2001:db8::2")));
    QVERIFY(limiter->admit(address("2001:db8:0:1::1")).has_value());
}

void tst_ConnectionLimiter::holdsBackAnAddressThatConnectsTooOften()
{
    // A burst of three, then one in a thousand seconds: none comes back while the test runs.
    const auto limiter = std::make_shared<ConnectionLimiter>(ConnectionLimits{100, 0, 0.001, 3});
    for (int i = 0; i < 3; ++i)
        QVERIFY(limiter->admit(address("10.0.0.1")).has_value());
    QVERIFY(!limiter->admit(address("10.0.0.1"))); // although none is open any more
    QVERIFY(limiter->admit(address("10.0.0.2")).has_value());
    QCOMPARE(limiter->openConnections(), 0);
}

void tst_ConnectionLimiter::zeroLiftsEveryLimit()
{
    const auto limiter = std::make_shared<ConnectionLimiter>(ConnectionLimits{0, 0, 0, 0});
    std::vector<ConnectionTicket> tickets;
    for (int i = 0; i < 5000; ++i) {
        auto ticket = limiter->admit(address("10.0.0.1"));
        QVERIFY(ticket);
        tickets.push_back(std::move(*ticket));
    }
    QCOMPARE(limiter->openConnections(), 5000);
    tickets.clear();
    QCOMPARE(limiter->openConnections(), 0);
}

void tst_ConnectionLimiter::aTicketIsGivenBackOnceHoweverItMoves()
{
    const auto limiter = std::make_shared<ConnectionLimiter>(ConnectionLimits{});
    {
        ConnectionTicket ticket = std::move(*limiter->admit(address("10.0.0.1")));
        ConnectionTicket moved(std::move(ticket));
        ConnectionTicket assigned;
        assigned = std::move(moved);
        QCOMPARE(limiter->openConnections(), 1);
    }
    QCOMPARE(limiter->openConnections(), 0);
}

void tst_ConnectionLimiter::aTicketReplacedByAnotherGivesItsPlaceBack()
{
    const auto limiter = std::make_shared<ConnectionLimiter>(ConnectionLimits{});
    ConnectionTicket kept = std::move(*limiter->admit(address("10.0.0.1")));
    kept = std::move(*limiter->admit(address("10.0.0.2")));
    QCOMPARE(limiter->openConnections(), 1);
    kept = ConnectionTicket();
    QCOMPARE(limiter->openConnections(), 0);
}

void tst_ConnectionLimiter::aTicketMayOutliveTheLastOtherReference()
{
    auto limiter = std::make_shared<ConnectionLimiter>(ConnectionLimits{});
    const std::weak_ptr<ConnectionLimiter> watched = limiter;
    auto ticket = limiter->admit(address("10.0.0.1"));
    limiter.reset();
    QVERIFY(!watched.expired());
    ticket.reset();
    QVERIFY(watched.expired());
}

void tst_ConnectionLimiter::manyThreadsNeverExceedTheTotal()
{
    constexpr int most = 10;
    const auto limiter = std::make_shared<ConnectionLimiter>(ConnectionLimits{most, 0, 0, 100});
    std::atomic<int> open = 0;
    std::atomic<int> overruns = 0;
    std::atomic<int> admitted = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 2000; ++round) {
                std::vector<ConnectionTicket> tickets;
                for (int n = 0; n < 5; ++n) {
                    auto ticket = limiter->admit(address("10.0.0.1"));
                    if (!ticket)
                        continue;
                    ++admitted;
                    overruns += ++open > most ? 1 : 0;
                    tickets.push_back(std::move(*ticket));
                }
                open -= int(tickets.size());
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(overruns.load(), 0);
    QVERIFY(admitted > 0);
    QCOMPARE(limiter->openConnections(), 0);
}

QTEST_GUILESS_MAIN(tst_ConnectionLimiter)
#include "tst_connectionlimiter.moc"
