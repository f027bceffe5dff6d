#include "node/logrecord.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace node;

class tst_LogRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextLineHasTimeLevelCategoryAndMessage();
    void aJsonLineIsAnObjectWithTheSame();
    void whatStrangersWriteStaysInItsLine();
};

namespace {

LogRecord recordWith(const QString &message)
{
    return {1'767'225'600'123, LogLevel::Warning, QStringLiteral("chat.node"), message};
}

} // namespace

void tst_LogRecord::aTextLineHasTimeLevelCategoryAndMessage()
{
    QCOMPARE(logLine(recordWith(QStringLiteral("Grüße")), LogFormat::Text),
             QByteArray("2026-01-01T00:00:00.123Z warning chat.node Gr\xc3\xbc\xc3\x9f"
                        "e\n"));
}

void tst_LogRecord::aJsonLineIsAnObjectWithTheSame()
{
    const QString message = QStringLiteral("says \"hi\"\n\u202e");
    const QByteArray line = logLine(recordWith(message), LogFormat::Json);
    QCOMPARE(line.count('\n'), 1);
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object.value(QLatin1String("time")).toString(), QStringLiteral("2026-01-01T00:00:00.123Z"));
    QCOMPARE(object.value(QLatin1String("level")).toString(), QStringLiteral("warning"));
    QCOMPARE(object.value(QLatin1String("category")).toString(), QStringLiteral("chat.node"));
    QCOMPARE(object.value(QLatin1String("message")).toString(), message);
}

void tst_LogRecord::whatStrangersWriteStaysInItsLine()
{
    const QByteArray line = logLine(recordWith(QStringLiteral("a\nb\r\x1b[31m\u2028\u202e% \u0085")), LogFormat::Text);
    QVERIFY2(line.endsWith(" a\\u000ab\\u000d\\u001b[31m\\u2028\\u202e% \\u0085\n"), line.constData());
}

QTEST_GUILESS_MAIN(tst_LogRecord)
#include "tst_logrecord.moc"
