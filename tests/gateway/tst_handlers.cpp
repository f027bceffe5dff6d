#include "support/chatclient.h"
#include "support/chathost.h"
#include "support/protocoldocument.h"

#include "gateway/handlers.h"

/// Every event of the table, with the examples of docs/protocol.md and with everything that can be wrong about them.
class tst_Handlers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void theExamplesOfTheDocumentAreUnderstood_data();
    void theExamplesOfTheDocumentAreUnderstood();
    void aFieldOfTheWrongTypeIsNamed_data();
    void aFieldOfTheWrongTypeIsNamed();
    void aMissingFieldIsNamed_data();
    void aMissingFieldIsNamed();
    void nullIsTheSameAsAbsent_data();
    void nullIsTheSameAsAbsent();
    void anArgumentThatIsNoObjectIsRefused_data();
    void anArgumentThatIsNoObjectIsRefused();
    void anEventWithoutArgumentsIsAnEmptyRequest();
    void anUnknownEventIsSaidToBeUnknown_data();
    void anUnknownEventIsSaidToBeUnknown();
    void anEventWithoutAcknowledgementIsCarriedOut();
    void fieldsThatNobodyKnowsAreIgnored();
    void senderTimeAndIdOfARequestDoNotCount();
    void aReservedNameEndsTheConnection_data();
    void aReservedNameEndsTheConnection();

private:
    /// Rows (event, request) for each example.
    void addExamples();
    /// A client that may be lost without loss to other rows.
    ChatClient &client();

    const ProtocolDocument m_document;
    std::unique_ptr<ChatHost> m_host;
    std::unique_ptr<ChatClient> m_client;
    QString m_token;
};

namespace {

QJsonObject authOf(const QString &name)
{
    return {{QStringLiteral("name"), name}};
}

/// Values of all types but that of @p good, which is one of the examples.
QList<QJsonValue> valuesOfOtherTypes(const QJsonValue &good)
{
    const QJsonArray oddArray{1};
    const QJsonObject oddObject{{QStringLiteral("x"), QStringLiteral("y")}};
    QList<QJsonValue> others;
    for (const QJsonValue &value : {QJsonValue(QStringLiteral("text")), QJsonValue(7), QJsonValue(true),
                                    QJsonValue(QJsonArray()), QJsonValue(QJsonObject())}) {
        if (value.type() != good.type())
            others.append(value);
    }
    // Of the right type, but not what is in it.
    if (!good.isString())
        others += {QJsonValue(7.5), QJsonValue(oddArray), QJsonValue(oddObject)};
    return others;
}

QString asText(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

} // namespace

void tst_Handlers::initTestCase()
{
    m_host = std::make_unique<ChatHost>();
}

void tst_Handlers::cleanupTestCase()
{
    m_client.reset();
    m_host.reset();
}

ChatClient &tst_Handlers::client()
{
    if (!m_client || m_client->isClosed()) {
        QJsonObject auth = authOf(QStringLiteral("Ann"));
        if (!m_token.isEmpty())
            auth.insert(QStringLiteral("token"), m_token);
        m_client = std::make_unique<ChatClient>(m_host->port(), auth);
        m_client->waitForWelcome();
        if (m_token.isEmpty())
            m_token = m_client->token();
    }
    return *m_client;
}

void tst_Handlers::addExamples()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QJsonObject>("request");
    for (const gateway::Handler &handler : gateway::handlers()) {
        const auto examples = m_document.sectionOf(handler.event, 4).examplesOf(QStringLiteral("request"));
        for (qsizetype i = 0; i < examples.size(); ++i)
            QTest::addRow("%s, example %d", handler.event.data(), int(i) + 1) << QString(handler.event) << examples[i];
    }
}

void tst_Handlers::theExamplesOfTheDocumentAreUnderstood_data()
{
    addExamples();
}

void tst_Handlers::theExamplesOfTheDocumentAreUnderstood()
{
    QFETCH(QString, event);
    QFETCH(QJsonObject, request);
    // What they name does not exist here, which is another matter.
    const QJsonObject answer = client().request(event, request);
    const QStringList understood{QString(), QStringLiteral("not_found"), QStringLiteral("name_taken")};
    const bool isCursor
        = codeOf(answer) == QStringLiteral("bad_request") && fieldOf(answer) == QStringLiteral("cursor");
    QVERIFY2(understood.contains(codeOf(answer)) || isCursor, qPrintable(asText(answer)));
}

void tst_Handlers::aFieldOfTheWrongTypeIsNamed_data()
{
    addExamples();
}

void tst_Handlers::aFieldOfTheWrongTypeIsNamed()
{
    QFETCH(QString, event);
    QFETCH(QJsonObject, request);
    for (auto field = request.begin(); field != request.end(); ++field) {
        const auto wrongValues = valuesOfOtherTypes(field.value());
        for (const QJsonValue &wrong : wrongValues) {
            QJsonObject spoilt = request;
            spoilt.insert(field.key(), wrong);
            const QJsonObject answer = client().request(event, spoilt);
            const QByteArray what = (field.key() + u'=' + asText(wrong) + asText(answer)).toUtf8();
            QVERIFY2(codeOf(answer) == QStringLiteral("bad_request"), what.data());
            QVERIFY2(fieldOf(answer) == field.key(), what.data());
        }
    }
}

void tst_Handlers::aMissingFieldIsNamed_data()
{
    addExamples();
}

void tst_Handlers::aMissingFieldIsNamed()
{
    QFETCH(QString, event);
    QFETCH(QJsonObject, request);
    const Section section = m_document.sectionOf(event, 4);
    for (auto field = request.begin(); field != request.end(); ++field) {
        QJsonObject lacking = request;
        lacking.remove(field.key());
        const QJsonObject answer = client().request(event, lacking);
        const bool isNamed = codeOf(answer) == QStringLiteral("bad_request") && fieldOf(answer) == field.key();
        const bool isRequired = section.requiredFields.contains(field.key());
        if (isRequired)
            QVERIFY2(isNamed, qPrintable(field.key() + asText(answer)));
    }
}

void tst_Handlers::nullIsTheSameAsAbsent_data()
{
    addExamples();
}

void tst_Handlers::nullIsTheSameAsAbsent()
{
    QFETCH(QString, event);
    QFETCH(QJsonObject, request);
    for (auto field = request.begin(); field != request.end(); ++field) {
        QJsonObject lacking = request;
        lacking.remove(field.key());
        QJsonObject isNull = request;
        isNull.insert(field.key(), QJsonValue::Null);
        const QJsonObject expected = client().request(event, lacking);
        const QJsonObject answer = client().request(event, isNull);
        QCOMPARE(codeOf(answer), codeOf(expected));
        QCOMPARE(fieldOf(answer), fieldOf(expected));
    }
}

void tst_Handlers::anArgumentThatIsNoObjectIsRefused_data()
{
    QTest::addColumn<QJsonValue>("argument");
    QTest::newRow("text") << QJsonValue(QStringLiteral("general"));
    QTest::newRow("number") << QJsonValue(7);
    QTest::newRow("list") << QJsonValue(QJsonArray{QJsonObject{}});
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("true") << QJsonValue(true);
}

void tst_Handlers::anArgumentThatIsNoObjectIsRefused()
{
    QFETCH(QJsonValue, argument);
    for (const gateway::Handler &handler : gateway::handlers()) {
        const QJsonObject answer = client().answer(client().send(handler.event, argument));
        QVERIFY2(codeOf(answer) == QStringLiteral("bad_request"), handler.event.data());
    }
}

void tst_Handlers::anEventWithoutArgumentsIsAnEmptyRequest()
{
    client().sendRaw(QStringLiteral("2900001[\"schedule:list\"]"));
    QVERIFY(isOk(client().answer(900001)));
    client().sendRaw(QStringLiteral("2900002[\"room:join\"]"));
    QCOMPARE(fieldOf(client().answer(900002)), QStringLiteral("room"));
}

void tst_Handlers::anUnknownEventIsSaidToBeUnknown_data()
{
    QTest::addColumn<QString>("event");
    QTest::newRow("another word") << QStringLiteral("room:destroy");
    QTest::newRow("empty") << QString();
    QTest::newRow("another case") << QStringLiteral("Room:Join");
    QTest::newRow("a part of one") << QStringLiteral("room");
    QTest::newRow("one of the server's") << QStringLiteral("room:event");
    QTest::newRow("what objects have in some languages") << QStringLiteral("__proto__");
    QTest::newRow("very long") << QString(10'000, u'x');
    QTest::newRow("an emoji") << QStringLiteral("👍");
}

void tst_Handlers::anUnknownEventIsSaidToBeUnknown()
{
    QFETCH(QString, event);
    const QJsonObject answer = client().request(event, {});
    QCOMPARE(codeOf(answer), QStringLiteral("unknown_event"));
    const QString message
        = answer.value(QStringLiteral("error")).toObject().value(QStringLiteral("message")).toString();
    QVERIFY(message.size() < 200);
}

void tst_Handlers::anEventWithoutAcknowledgementIsCarriedOut()
{
    client().sendQuietly(QStringLiteral("message:send"),
                         QJsonObject{{QStringLiteral("room"), QStringLiteral("general")},
                                     {QStringLiteral("nonce"), QStringLiteral("quiet")},
                                     {QStringLiteral("text"), QStringLiteral("said quietly")}});
    const auto isThis = [](const QJsonObject &event) {
        return event.value(QStringLiteral("message")).toObject().value(QStringLiteral("text"))
            == QStringLiteral("said quietly");
    };
    QVERIFY(!client().waitForEvent(QStringLiteral("room:event"), isThis).isEmpty());
}

void tst_Handlers::fieldsThatNobodyKnowsAreIgnored()
{
    const QJsonObject answer = client().request(
        QStringLiteral("room:get"),
        {{QStringLiteral("room"), QStringLiteral("general")},
         {QStringLiteral("colour"), QJsonObject{{QStringLiteral("deep"), QJsonArray{1, QStringLiteral("two")}}}}});
    QVERIFY(isOk(answer));
}

void tst_Handlers::senderTimeAndIdOfARequestDoNotCount()
{
    const QJsonObject answer = client().request(QStringLiteral("message:send"),
                                                {{QStringLiteral("room"), QStringLiteral("general")},
                                                 {QStringLiteral("nonce"), QStringLiteral("forged")},
                                                 {QStringLiteral("text"), QStringLiteral("forged")},
                                                 {QStringLiteral("by"), QStringLiteral("somebodyelse")},
                                                 {QStringLiteral("user"), QStringLiteral("somebodyelse")},
                                                 {QStringLiteral("at"), 1},
                                                 {QStringLiteral("id"), QStringLiteral("general-1")},
                                                 {QStringLiteral("seq"), 1},
                                                 {QStringLiteral("pinned"), true},
                                                 {QStringLiteral("mentions"), QJsonArray{QStringLiteral("*")}}});
    QVERIFY2(isOk(answer), qPrintable(asText(answer)));
    QVERIFY(answer.value(QStringLiteral("at")).toDouble() > 1e12);
    QVERIFY(answer.value(QStringLiteral("seq")).toInt() > 1);
    const QJsonObject event = client().waitForEvent(QStringLiteral("room:event"), [&](const QJsonObject &candidate) {
        return candidate.value(QStringLiteral("seq")) == answer.value(QStringLiteral("seq"));
    });
    const QJsonObject message = event.value(QStringLiteral("message")).toObject();
    QCOMPARE(message.value(QStringLiteral("by")).toString(), client().user());
    QCOMPARE(event.value(QStringLiteral("by")).toString(), client().user());
    QCOMPARE(message.value(QStringLiteral("id")), answer.value(QStringLiteral("id")));
    QVERIFY(!message.contains(QStringLiteral("pinned")));
    QVERIFY(!message.contains(QStringLiteral("mentions")));
}

void tst_Handlers::aReservedNameEndsTheConnection_data()
{
    QTest::addColumn<QString>("event");
    for (const char *name :
         {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_Handlers::aReservedNameEndsTheConnection()
{
    QFETCH(QString, event);
    ChatClient &mallory = client();
    mallory.sendQuietly(event, QJsonObject{});
    QVERIFY(mallory.waitForClose());
    QVERIFY(isOk(client().request(QStringLiteral("room:get"), {{QStringLiteral("room"), QStringLiteral("general")}})));
}

QTEST_GUILESS_MAIN(tst_Handlers)
#include "tst_handlers.moc"
