#include "protocol/socketio/reservedevents.h"

#include <QTest>

using protocol::socketio::isReservedEvent;

class tst_ReservedEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreReserved_data();
    void namesAreReserved();
};

void tst_ReservedEvents::namesAreReserved_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isReserved");

    for (const char *name :
         {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
        QTest::addRow("%s is reserved", name) << QString::fromLatin1(name) << true;
    for (const char *name : {"", "message", "Connect", "connects", "connected", "reconnect", "connect ", "error",
                             "disconnected", "newlistener", "connection", "__proto__", "constructor", "toString"})
        QTest::addRow("'%s' is free", name) << QString::fromLatin1(name) << false;
}

void tst_ReservedEvents::namesAreReserved()
{
    QFETCH(QString, name);
    QFETCH(bool, isReserved);

    QCOMPARE(isReservedEvent(name), isReserved);
}

QTEST_APPLESS_MAIN(tst_ReservedEvents)
#include "tst_reservedevents.moc"
