#include "samestate/history.h"

#include <array>
#include <random>

namespace {

struct KindOfStep
{
    Step::Kind kind;
    const char *name;
    int weight; ///< how often, compared with the others
};

constexpr std::array kinds{
    KindOfStep{Step::Kind::Send, "Send", 20},
    KindOfStep{Step::Kind::SendWithoutWaiting, "SendWithoutWaiting", 15},
    KindOfStep{Step::Kind::Reply, "Reply", 5},
    KindOfStep{Step::Kind::Edit, "Edit", 8},
    KindOfStep{Step::Kind::Delete, "Delete", 6},
    KindOfStep{Step::Kind::Pin, "Pin", 6},
    KindOfStep{Step::Kind::Unpin, "Unpin", 3},
    KindOfStep{Step::Kind::React, "React", 12},
    KindOfStep{Step::Kind::TakeReactionBack, "TakeReactionBack", 5},
    KindOfStep{Step::Kind::MarkRead, "MarkRead", 8},
    KindOfStep{Step::Kind::CreateRoom, "CreateRoom", 3},
    KindOfStep{Step::Kind::Join, "Join", 5},
    KindOfStep{Step::Kind::Leave, "Leave", 4},
    KindOfStep{Step::Kind::Invite, "Invite", 4},
    KindOfStep{Step::Kind::OpenDirect, "OpenDirect", 2},
    KindOfStep{Step::Kind::Kick, "Kick", 2},
    KindOfStep{Step::Kind::Ban, "Ban", 3},
    KindOfStep{Step::Kind::Unban, "Unban", 4},
    KindOfStep{Step::Kind::Mute, "Mute", 2},
    KindOfStep{Step::Kind::Unmute, "Unmute", 2},
    KindOfStep{Step::Kind::SetRole, "SetRole", 3},
    KindOfStep{Step::Kind::SetServerRole, "SetServerRole", 1},
    KindOfStep{Step::Kind::UpdateRoom, "UpdateRoom", 3},
    KindOfStep{Step::Kind::Announce, "Announce", 1},
    KindOfStep{Step::Kind::AnnounceToEveryone, "AnnounceToEveryone", 1},
    KindOfStep{Step::Kind::Schedule, "Schedule", 2},
    KindOfStep{Step::Kind::Wait, "Wait", 3},
    KindOfStep{Step::Kind::Restart, "Restart", 1},
};
static_assert(kinds.size() == std::size_t(Step::Kind::Last) + 1);

constexpr int shortest = 20;
constexpr int longest = 70;

/// Distributions of the standard library differ between its makers; this does not.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_engine(seed) {}
    int below(int end) { return int(m_engine() % quint32(end)); }

private:
    std::mt19937 m_engine;
};

Step::Kind kindFrom(int point)
{
    for (const KindOfStep &kind : kinds) {
        point -= kind.weight;
        if (point < 0)
            return kind.kind;
    }
    return Step::Kind::Send;
}

int totalWeight()
{
    int total = 0;
    for (const KindOfStep &kind : kinds)
        total += kind.weight;
    return total;
}

} // namespace

History randomHistory(quint32 seed, int users)
{
    Dice dice(seed);
    const int total = totalWeight();
    const int length = shortest + dice.below(longest - shortest);
    History history;
    for (int i = 0; i < length; ++i) {
        const Step::Kind kind = kindFrom(dice.below(total));
        const int actor = dice.below(users);
        const int room = dice.below(1000);
        history.append({kind, actor, room, dice.below(1000)});
    }
    return history;
}

QString describe(const History &history)
{
    QString text;
    for (const Step &step : history) {
        text += QStringLiteral("user %1: %2, room %3, choice %4\n")
                    .arg(step.actor)
                    .arg(QLatin1String(kinds[std::size_t(step.kind)].name))
                    .arg(step.room)
                    .arg(step.choice);
    }
    return text;
}
