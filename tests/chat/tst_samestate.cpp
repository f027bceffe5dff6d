#include "samestate/world.h"

#include <QTest>

#include <algorithm>

using protocol::chat::RoomEventType;

namespace {

constexpr int defaultSeeds = 100;
constexpr int seedsForEverything = 100; ///< at least, for everything to happen somewhere
constexpr int longestShrinking = 400; ///< histories played to make a failing one shorter

QString differencesAfter(quint32 seed, const History &history, QSet<QString> *seen = nullptr)
{
    World world(seed);
    for (const Step &step : history)
        world.play(step);
    const QString differences = world.differences();
    if (seen)
        seen->unite(world.seen());
    return differences;
}

/// Everything that histories are to bring about, or they would show little.
QSet<QString> everything()
{
    QSet<QString> all{QStringLiteral("more"), QStringLiteral("reset"), QStringLiteral("gone")};
    for (int type = 0; type <= int(RoomEventType::MemberRole); ++type)
        all.insert(wireName(RoomEventType(type)));
    all.remove(wireName(RoomEventType::RoomCreated)); // nobody is in a room before it exists
    return all;
}

/// Leaves out of a failing history what it fails without.
History shrunk(quint32 seed, History history)
{
    int played = 0;
    for (qsizetype size = history.size() / 2; size > 0; size /= 2) {
        for (qsizetype start = 0; start < history.size() && played < longestShrinking;) {
            History shorter = history;
            shorter.remove(start, std::min(size, shorter.size() - start));
            ++played;
            if (differencesAfter(seed, shorter).isEmpty())
                start += size;
            else
                history = shorter;
        }
    }
    return history;
}

int numberFrom(const char *variable, int otherwise)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? number : otherwise;
}

} // namespace

/// An old client that catches up by `sync`, and one that follows events all the time, know exactly what a client knows
/// that starts anew. CONFAB_FIRST_SEED and CONFAB_SEEDS choose which histories are tried.
class tst_SameState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClientThatCatchesUpSeesWhatAFreshOneSees();
};

void tst_SameState::aClientThatCatchesUpSeesWhatAFreshOneSees()
{
    const int first = numberFrom("CONFAB_FIRST_SEED", 1);
    const int seeds = numberFrom("CONFAB_SEEDS", defaultSeeds);
    QVERIFY(seeds > 0);
    QSet<QString> seen;
    for (int seed = first; seed < first + seeds; ++seed) {
        const History history = randomHistory(quint32(seed), World::users);
        const QString differences = differencesAfter(quint32(seed), history, &seen);
        if (differences.isEmpty())
            continue;
        const History shortest = shrunk(quint32(seed), history);
        const QString text = QStringLiteral("seed %1 fails after\n%2%3")
                                 .arg(seed)
                                 .arg(describe(shortest), differencesAfter(quint32(seed), shortest));
        QFAIL(qPrintable(text));
    }
    const QStringList missing = (everything() - seen).values();
    QVERIFY2(seeds < seedsForEverything || missing.isEmpty(), qPrintable(missing.join(u' ')));
}

QTEST_GUILESS_MAIN(tst_SameState)
#include "tst_samestate.moc"
