#include "hosting/datagramintake.h"

#include "hosting/announcement.h"

#include <QTest>

using namespace hosting;

/// Reading a socket that others may flood.
class tst_DatagramIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofManyOnlySomeAreReadInOneTurn();
    void whatIsTooLargeIsDropped();
    void itMayBeStoppedFromWithinItsHandler();

private:
    static void send(DatagramIntake &intake, const QByteArray &bytes, int count = 1)
    {
        QUdpSocket sender;
        for (int i = 0; i < count; ++i)
            sender.writeDatagram(bytes, QHostAddress(QHostAddress::LocalHost), intake.socket().localPort());
    }
    static bool bind(DatagramIntake &intake) { return intake.socket().bind(QHostAddress(QHostAddress::LocalHost), 0); }
};

void tst_DatagramIntake::ofManyOnlySomeAreReadInOneTurn()
{
    int count = 0;
    DatagramIntake intake([&](const QNetworkDatagram &) { ++count; });
    QVERIFY(bind(intake));
    constexpr int sent = DatagramIntake::maxDatagramsAtOnce * 3;
    send(intake, "x", sent);
    int before = 0;
    while (count < sent) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QVERIFY(count - before <= DatagramIntake::maxDatagramsAtOnce);
        before = count;
    }
}

void tst_DatagramIntake::whatIsTooLargeIsDropped()
{
    QByteArrayList received;
    DatagramIntake intake([&](const QNetworkDatagram &datagram) { received.append(datagram.data()); });
    QVERIFY(bind(intake));
    const QByteArray largest(maxDatagramBytes, 'x');
    send(intake, largest + 'x');
    send(intake, QByteArray(60'000, 'x'));
    send(intake, QByteArray());
    send(intake, largest);
    QTRY_COMPARE(received.size(), 2);
    QCOMPARE(received[0], QByteArray());
    QCOMPARE(received[1], largest);
}

void tst_DatagramIntake::itMayBeStoppedFromWithinItsHandler()
{
    int count = 0;
    std::unique_ptr<DatagramIntake> intake;
    intake = std::make_unique<DatagramIntake>([&](const QNetworkDatagram &) {
        ++count;
        intake->stop();
    });
    QVERIFY(bind(*intake));
    send(*intake, "x", 10);
    QTRY_COMPARE(count, 1);
    QVERIFY(!QTest::qWaitFor([&] { return count > 1; }, 100));
}

QTEST_GUILESS_MAIN(tst_DatagramIntake)
#include "tst_datagramintake.moc"
