#include "platform/keystore.h"

#include "privatebus.h"

#include <QFileInfo>
#include <QTest>

using platform::KeyStore;

Q_DECLARE_METATYPE(KeyStore::Place)

/// Secrets. The bus that this runs on has no key store, like many a small system.
class tst_KeyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsWrittenIsReadAgain_data();
    void whatIsWrittenIsReadAgain();
    void whatWasNeverWrittenIsEmpty_data();
    void whatWasNeverWrittenIsEmpty();
    void whatIsRemovedIsGone_data();
    void whatIsRemovedIsGone();
    void nobodyElseMayReadTheFile();
    void aDamagedFileIsBegunAnew();
    void foldersKeepThingsApart();
    void whoHasGoneIsNotCalled();
    void theAnswerNeverComesFromWithinTheCall();

private:
    /// Waits for the secret.
    QString read(KeyStore &store, const char *key)
    {
        std::optional<QString> secret;
        store.read(QString::fromLatin1(key), this, [&](const QString &read) { secret = read; });
        if (!QTest::qWaitFor([&] { return secret.has_value(); }, 20'000))
            return QStringLiteral("no answer");
        return *secret;
    }
    static void addPlaces()
    {
        QTest::addColumn<KeyStore::Place>("place");
        QTest::newRow("file") << KeyStore::Place::File;
        QTest::newRow("system without a key store") << KeyStore::Place::System;
    }
    QString file() const { return m_folder->filePath(QStringLiteral("secrets")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_KeyStore::whatIsWrittenIsReadAgain_data()
{
    addPlaces();
}

void tst_KeyStore::whatIsWrittenIsReadAgain()
{
    QFETCH(KeyStore::Place, place);
    {
        KeyStore store(m_folder->path(), place);
        store.write(QStringLiteral("a"), QStringLiteral("old"));
        store.write(QStringLiteral("a"), QStringLiteral("tökén \"1\""));
        store.write(QStringLiteral("b"), QStringLiteral("other"));
        QCOMPARE(read(store, "a"), QStringLiteral("tökén \"1\""));
    }
    KeyStore store(m_folder->path(), place);
    QCOMPARE(read(store, "a"), QStringLiteral("tökén \"1\""));
    QCOMPARE(read(store, "b"), QStringLiteral("other"));
}

void tst_KeyStore::whatWasNeverWrittenIsEmpty_data()
{
    addPlaces();
}

void tst_KeyStore::whatWasNeverWrittenIsEmpty()
{
    QFETCH(KeyStore::Place, place);
    KeyStore store(m_folder->path(), place);
    QCOMPARE(read(store, "a"), QString());
}

void tst_KeyStore::whatIsRemovedIsGone_data()
{
    addPlaces();
}

void tst_KeyStore::whatIsRemovedIsGone()
{
    QFETCH(KeyStore::Place, place);
    {
        KeyStore store(m_folder->path(), place);
        store.write(QStringLiteral("a"), QStringLiteral("secret"));
        store.write(QStringLiteral("b"), QStringLiteral("other"));
        store.remove(QStringLiteral("a"));
        QCOMPARE(read(store, "a"), QString());
    }
    KeyStore store(m_folder->path(), place);
    QCOMPARE(read(store, "a"), QString());
    QCOMPARE(read(store, "b"), QStringLiteral("other"));
    store.remove(QStringLiteral("b"));
    QVERIFY(!QFileInfo::exists(file()));
}

void tst_KeyStore::nobodyElseMayReadTheFile()
{
    KeyStore store(m_folder->path(), KeyStore::Place::File);
    for (int i = 0; i < 2; ++i) {
        store.write(QStringLiteral("a"), QString::number(i));
        constexpr auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        constexpr auto user = QFileDevice::ReadUser | QFileDevice::WriteUser;
        QCOMPARE(QFileInfo(file()).permissions() & ~user, owner);
    }
}

void tst_KeyStore::aDamagedFileIsBegunAnew()
{
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("{\"a\": \"sec");
    damaged.close();
    KeyStore store(m_folder->path(), KeyStore::Place::File);
    QCOMPARE(read(store, "a"), QString());
    store.write(QStringLiteral("a"), QStringLiteral("secret"));
    KeyStore later(m_folder->path(), KeyStore::Place::File);
    QCOMPARE(read(later, "a"), QStringLiteral("secret"));
}

void tst_KeyStore::foldersKeepThingsApart()
{
    const QTemporaryDir other;
    KeyStore store(m_folder->path());
    KeyStore otherStore(other.path());
    store.write(QStringLiteral("a"), QStringLiteral("secret"));
    QCOMPARE(read(otherStore, "a"), QString());
}

void tst_KeyStore::whoHasGoneIsNotCalled()
{
    KeyStore store(m_folder->path());
    bool isCalled = false;
    {
        QObject context;
        store.read(QStringLiteral("a"), &context, [&](const QString &) { isCalled = true; });
    }
    QCOMPARE(read(store, "a"), QString()); // comes after it
    QVERIFY(!isCalled);
}

void tst_KeyStore::theAnswerNeverComesFromWithinTheCall()
{
    KeyStore store(m_folder->path(), KeyStore::Place::File);
    store.write(QStringLiteral("a"), QStringLiteral("secret"));
    bool isCalled = false;
    store.read(QStringLiteral("a"), this, [&](const QString &) { isCalled = true; });
    QVERIFY(!isCalled);
    QTRY_VERIFY(isCalled);
}

int main(int argc, char *argv[])
{
    const PrivateBus bus;
    QCoreApplication application(argc, argv);
    tst_KeyStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keystore.moc"
