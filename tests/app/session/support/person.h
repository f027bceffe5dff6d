#pragma once

#include "support/house.h"

#include "cache/chatcache.h"
#include "session/chatclient.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// Options for tests: no long delays, and none by chance.
[[nodiscard]] session::ClientOptions quickOptions();

/// Somebody's program: a client with its cache, which can be quit and started again.
class Person final
{
public:
    explicit Person(House &house, const QString &name, const session::ClientOptions &options = quickOptions());

    /// Starts the program, without connecting.
    void start();
    void quit();
    /// Starts the program if need be, connects, and waits until everything is up to date. False when it is not.
    [[nodiscard]] bool comeIn();
    /// Loses the connection, which stays so until comeBack().
    [[nodiscard]] bool loseConnection();
    [[nodiscard]] bool comeBack();
    [[nodiscard]] bool waitUntilUpToDate();

    session::ChatClient *operator->() { return m_client.get(); }
    [[nodiscard]] session::ChatClient &client() { return *m_client; }
    [[nodiscard]] cache::ChatCache &cache() { return *m_cache; }
    [[nodiscard]] House &house() { return m_house; }
    [[nodiscard]] const session::RoomState *room(const QString &id) { return m_client->rooms().room(id); }
    [[nodiscard]] QString id() const { return m_client->me().id; }

    /// Posts, and waits until it is acknowledged. The message's id.
    QString say(const QString &room, const QString &text);
    /// Makes a room and gives its id.
    QString makeRoom(const QString &name, protocol::chat::RoomKind kind = protocol::chat::RoomKind::Public);
    [[nodiscard]] bool join(const QString &room);
    /// Waits until nothing of ours is unacknowledged.
    [[nodiscard]] bool waitUntilSent();

    session::Credentials credentials;

private:
    House &m_house;
    const session::ClientOptions m_options;
    QTemporaryDir m_folder;
    std::unique_ptr<cache::ChatCache> m_cache;
    std::unique_ptr<session::ChatClient> m_client;
};

/// The answer of a request: `const auto answer = answerOf<Done>([&](auto handler) { requests.leave(…, handler); });`
template <typename T>
[[nodiscard]] session::Answer<T> answerOf(const std::function<void(QObject *, session::AnswerHandler<T>)> &ask)
{
    QObject context;
    std::optional<session::Answer<T>> result;
    ask(&context, [&result](const session::Answer<T> &answer) { result = answer; });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
        return protocol::failure(session::RequestError{QStringLiteral("no answer in the test"), {}, {}, {}});
    return *result;
}

inline const QString general = QStringLiteral("general");
