#pragma once

#include "samestate/clientmodel.h"
#include "samestate/history.h"

#include "support/chatfixture.h"

#include <vector>

/// A chat with a few people in which a history is played. Each of them has three clients: one acts; one is connected
/// all the time and follows events; one is away from a moment on and catches up at the end.
class World
{
public:
    static constexpr int users = 4;

    explicit World(quint32 seed);

    void play(const Step &step);
    /// What the clients see otherwise than one that starts anew; empty: nothing.
    [[nodiscard]] QString differences();
    /// ClientModel::seen() of all of them.
    [[nodiscard]] QSet<QString> seen() const;

private:
    struct Client
    {
        Person acting;
        Person device;
        ClientModel live;
        ClientModel away;
        int leavesAt = 0; ///< after how many steps
    };

    void openRooms();
    void restart();
    void takeLeave();
    /// Gets the answers that were not waited for.
    void flush();
    void noteMessage(const QString &room, const Answer &answer);
    [[nodiscard]] QString differencesOf(Client &client);

    template <typename Request>
    void ask(Action<Request> action, const Step &step, const Request &request)
    {
        (void)m_chat.ask(action, m_clients[std::size_t(step.actor)].acting, request);
    }
    void playMessage(const Step &step);
    void playMembership(const Step &step);
    void playModeration(const Step &step);
    void playServer(const Step &step);

    [[nodiscard]] QString roomOf(const Step &step);
    [[nodiscard]] QString messageOf(const Step &step);
    [[nodiscard]] QString userOf(const Step &step) const;
    [[nodiscard]] protocol::chat::SendMessage draft(const Step &step);

    ChatFixture m_chat;
    std::vector<Client> m_clients;
    QStringList m_rooms; ///< in the order of their creation
    QHash<QString, QStringList> m_messages; ///< room id -> message ids
    std::vector<std::pair<QString, PendingAnswer>> m_pending; ///< room id, answer of a message sent there
    int m_steps = 0;
    int m_nonces = 0;
};
