#include "hosting/answerbudget.h"

#include <QTest>

using namespace hosting;
using namespace std::chrono_literals;

namespace {

QHostAddress address(int number)
{
    return QHostAddress(quint32(0x0a000000 + number));
}

} // namespace

/// How often a host answers.
class tst_AnswerBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAddressGetsABurstAndThenASteadyRate();
    void manyAddressesTogetherGetNoMoreThanTheWhole();
    void whoeverAsksTooOftenTakesNothingFromOthers();
    void itRemembersNoMoreAddressesThanItMay();
};

void tst_AnswerBudget::oneAddressGetsABurstAndThenASteadyRate()
{
    AnswerBudget budget({1000, 1000, 2, 6, 10});
    const auto answersAt = [&](std::chrono::milliseconds now) {
        int count = 0;
        while (budget.takeFor(address(1), now))
            ++count;
        return count;
    };
    QCOMPARE(answersAt(0ms), 6);
    QCOMPARE(answersAt(400ms), 0);
    QCOMPARE(answersAt(1s), 2);
    QCOMPARE(answersAt(1h), 6);
}

void tst_AnswerBudget::manyAddressesTogetherGetNoMoreThanTheWhole()
{
    AnswerBudget budget({50, 100, 2, 6, 10'000});
    int count = 0;
    for (int i = 0; i < 5000; ++i)
        count += budget.takeFor(address(i), 0ms) ? 1 : 0;
    QCOMPARE(count, 100);
    for (int i = 0; i < 5000; ++i)
        count += budget.takeFor(address(i), 1s) ? 1 : 0;
    QCOMPARE(count, 150);
}

void tst_AnswerBudget::whoeverAsksTooOftenTakesNothingFromOthers()
{
    AnswerBudget budget({50, 100, 2, 6, 100});
    int answers = 0;
    for (int i = 0; i < 10'000; ++i)
        answers += budget.takeFor(address(1), 0ms) ? 1 : 0;
    QCOMPARE(answers, 6);
    QVERIFY(budget.takeFor(address(2), 0ms));
}

void tst_AnswerBudget::itRemembersNoMoreAddressesThanItMay()
{
    AnswerBudget budget({1e9, 1e9, 2, 6, 100});
    int answers = 0;
    for (int i = 0; i < 10'000; ++i)
        answers += budget.takeFor(address(i), 0ms) ? 1 : 0;
    QCOMPARE(answers, 100);
    QCOMPARE(budget.rememberedAddresses(), 100);
    // Later there is room for others.
    QVERIFY(budget.takeFor(address(20'000), 10s));
    QVERIFY(budget.rememberedAddresses() <= 100);
}

QTEST_APPLESS_MAIN(tst_AnswerBudget)
#include "tst_answerbudget.moc"
