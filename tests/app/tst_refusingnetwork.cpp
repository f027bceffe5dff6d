#include "refusingnetwork.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

/// What is shown must fetch nothing.
class tst_RefusingNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestIsRefused_data();
    void everyRequestIsRefused();
    void anImageInQmlReachesNobody();
    void aFileOfTheNetworkIsNoQml();

private:
    app::RefusingNetwork m_network;
};

void tst_RefusingNetwork::everyRequestIsRefused_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("http") << QUrl(QStringLiteral("http://127.0.0.1:9/"));
    QTest::newRow("https") << QUrl(QStringLiteral("https://127.0.0.1:9/"));
    QTest::newRow("a file") << QUrl(QStringLiteral("file:///etc/hostname"));
    QTest::newRow("data") << QUrl(QStringLiteral("data:text/plain,x"));
}

void tst_RefusingNetwork::everyRequestIsRefused()
{
    QFETCH(QUrl, url);
    const std::unique_ptr<QNetworkAccessManager> access(m_network.create(nullptr));
    for (const bool posts : {false, true}) {
        const QNetworkRequest request(url);
        QNetworkReply *reply = posts ? access->post(request, QByteArray("x")) : access->get(request);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QVERIFY(finished.wait());
        QCOMPARE(reply->error(), QNetworkReply::ContentAccessDenied);
        QVERIFY(reply->readAll().isEmpty());
    }
}

void tst_RefusingNetwork::anImageInQmlReachesNobody()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost), 0));
    QQmlEngine engine;
    engine.setNetworkAccessManagerFactory(&m_network);
    QQmlComponent component(&engine);
    component.setData(QStringLiteral("import QtQuick\nImage { source: 'http://127.0.0.1:%1/x.png' }")
                          .arg(server.serverPort())
                          .toUtf8(),
                      QUrl());
    const std::unique_ptr<QObject> image(component.create());
    QVERIFY2(image, qPrintable(component.errorString()));
    constexpr int error = 3; // Image.Error
    QTRY_COMPARE(image->property("status").toInt(), error);
    QVERIFY(!server.hasPendingConnections());
}

void tst_RefusingNetwork::aFileOfTheNetworkIsNoQml()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost), 0));
    QQmlEngine engine;
    engine.setNetworkAccessManagerFactory(&m_network);
    QQmlComponent component(&engine, QUrl(QStringLiteral("http://127.0.0.1:%1/x.qml").arg(server.serverPort())));
    QTRY_VERIFY(component.isError());
    QVERIFY(!server.hasPendingConnections());
}

QTEST_MAIN(tst_RefusingNetwork)
#include "tst_refusingnetwork.moc"
