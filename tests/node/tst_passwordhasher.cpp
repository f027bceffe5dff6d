#include "node/chatthread.h"
#include "node/sodiumpasswordhasher.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <mutex>
#include <semaphore>

using namespace node;
using chat::PasswordVerdict;

/// The real thing at a low price, and once at the real one.
class tst_PasswordHasher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPasswordIsRightForItsOwnHashOnly();
    void nobodyHasAnEmptyHash();
    void hashesHaveSaltAndCostInThem();
    void answersComeInTheChatThread();
    void aThousandAttemptsLeaveTheChatThreadFreeAndTheQueueShort();
    void whatWaitsAtTheEndIsAnsweredBusy();
    void missingMemoryIsNotAWrongPassword();

private:
    static PasswordCost cheap() { return {2, 2000, 8192, 1}; }
    /// Waits for the answer to one question.
    template <typename Answer>
    static Answer wait(const std::function<void(std::function<void(Answer)>)> &ask)
    {
        std::binary_semaphore done(0);
        Answer result{};
        ask([&](Answer answer) {
            result = std::move(answer);
            done.release();
        });
        if (!done.try_acquire_for(std::chrono::seconds(30)))
            qFatal("no answer");
        return result;
    }
    static PasswordVerdict verdict(SodiumPasswordHasher &hasher, const QString &password, const QByteArray &hash)
    {
        return wait<PasswordVerdict>([&](auto done) { hasher.verify(password, hash, std::move(done)); });
    }
    static QByteArray hashOf(SodiumPasswordHasher &hasher, const QString &password)
    {
        return wait<QByteArray>([&](auto done) { hasher.hash(password, std::move(done)); });
    }
};

void tst_PasswordHasher::aPasswordIsRightForItsOwnHashOnly()
{
    ChatThread thread;
    SodiumPasswordHasher hasher(cheap(), thread);
    const QString password = QStringLiteral("Grüße\u0000 an alle");
    const QByteArray hash = hashOf(hasher, password);
    QVERIFY(verdict(hasher, password, hash) == PasswordVerdict::Right);
    QVERIFY(verdict(hasher, password + u' ', hash) == PasswordVerdict::Wrong);
    QVERIFY(verdict(hasher, QString(), hash) == PasswordVerdict::Wrong);
    QVERIFY(verdict(hasher, password, "nonsense") == PasswordVerdict::Wrong);
    QVERIFY(hashOf(hasher, password) != hash);
}

void tst_PasswordHasher::nobodyHasAnEmptyHash()
{
    ChatThread thread;
    SodiumPasswordHasher hasher(cheap(), thread);
    QVERIFY(verdict(hasher, QString(), {}) == PasswordVerdict::Wrong);
    QVERIFY(verdict(hasher, QStringLiteral("x"), {}) == PasswordVerdict::Wrong);
}

void tst_PasswordHasher::hashesHaveSaltAndCostInThem()
{
    PasswordCost cost;
    const QByteArray hash = SodiumPasswordHasher::hashNow("secret", cost);
    QVERIFY2(hash.startsWith("$argon2id$v=19$m=32768,t=3,p=1$"), hash.constData());
}

void tst_PasswordHasher::answersComeInTheChatThread()
{
    ChatThread thread;
    QThread *chatThread = nullptr;
    thread.run([&] { chatThread = QThread::currentThread(); });
    SodiumPasswordHasher hasher(cheap(), thread);
    std::atomic<QThread *> answered = nullptr;
    wait<QByteArray>([&](auto done) {
        hasher.hash(QStringLiteral("x"), [&answered, done](const QByteArray &hash) {
            answered = QThread::currentThread();
            done(hash);
        });
    });
    QCOMPARE(answered.load(), chatThread);
}

void tst_PasswordHasher::aThousandAttemptsLeaveTheChatThreadFreeAndTheQueueShort()
{
    ChatThread thread;
    PasswordCost cost;
    cost.maxWaiting = 20;
    SodiumPasswordHasher hasher(cost, thread);
    const QByteArray hash = SodiumPasswordHasher::hashNow("secret", cost);
    std::atomic<int> busy = 0;
    std::atomic<int> decided = 0;
    thread.run([&] {
        for (int i = 0; i < 1000; ++i) {
            hasher.verify(QStringLiteral("guess"), hash,
                          [&](PasswordVerdict verdict) { ++(verdict == PasswordVerdict::Busy ? busy : decided); });
        }
    });
    // The chat thread has got all of it off its hands although hardly any password has been looked at.
    thread.run([] {});
    QVERIFY(busy + decided < 1000);
    QVERIFY(QTest::qWaitFor([&] { return busy + decided == 1000; }, 60'000));
    // Twenty that waited, and those that were looked at while the others came.
    QVERIFY2(decided >= 20 && decided < 500, qPrintable(QString::number(decided)));
    QCOMPARE(busy + decided, 1000);
}

void tst_PasswordHasher::whatWaitsAtTheEndIsAnsweredBusy()
{
    std::atomic<int> answers = 0;
    std::atomic<int> busy = 0;
    ChatThread thread;
    {
        SodiumPasswordHasher hasher(PasswordCost(), thread);
        for (int i = 0; i < 100; ++i) {
            hasher.verify(QStringLiteral("x"), {}, [&](PasswordVerdict verdict) {
                ++answers;
                busy += verdict == PasswordVerdict::Busy ? 1 : 0;
            });
        }
    }
    thread.run([] {});
    QCOMPARE(answers.load(), 100);
    QVERIFY(busy > 50);
}

void tst_PasswordHasher::missingMemoryIsNotAWrongPassword()
{
    ChatThread thread;
    PasswordCost impossible = cheap();
    impossible.memoryBytes = qint64(1) << 50;
    SodiumPasswordHasher hasher(impossible, thread);
    QVERIFY(hashOf(hasher, QStringLiteral("x")).isEmpty());
    QVERIFY(verdict(hasher, QStringLiteral("x"), {}) == PasswordVerdict::Busy);
}

QTEST_GUILESS_MAIN(tst_PasswordHasher)
#include "tst_passwordhasher.moc"
