#pragma once

#include "support/manualclock.h"
#include "support/plainhasher.h"
#include "support/recordingpublisher.h"
#include "support/runloop.h"

#include "chat/actions/sendmessage.h"
#include "chat/chatservice.h"

#include "storage/sqlite/options.h"

#include "protocol/chat/requests.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

/// Somebody on one connection.
struct Person
{
    QString user;
    QString connection;
    QString token;
    QCborMap welcome;

    [[nodiscard]] chat::Actor actor() const { return {user, connection}; }
};

using Answer = protocol::chat::Result<QCborMap>;
/// An answer that may not be there yet.
using PendingAnswer = std::shared_ptr<std::optional<Answer>>;
template <typename Request>
using Action = void (*)(chat::Context &, const chat::Actor &, const Request &, const chat::Reply &);

/// chat::sendMessage, answered with the fields that a client gets.
void sendMessageForFields(chat::Context &context, const chat::Actor &actor, const protocol::chat::SendMessage &request,
                          const chat::Reply &reply);

/// A chat with its real store in a temporary folder; only the network, the clock and the password hashes are the
/// test's. The first person to connect becomes the server's owner, unless the settings say otherwise.
class ChatFixture
{
public:
    /// Without durability it is faster; only for tests that start many servers.
    explicit ChatFixture(chat::Settings settings = {},
                         storage::sqlite::Durability durability = storage::sqlite::Durability::Full);
    ~ChatFixture();

    /// As when the server ends and is started again: connections are gone, what is stored is there.
    void restart();

    /// Comes in under @p name, which is new or the token's. Fails the test when refused.
    [[nodiscard]] Person connect(const QString &name, const QString &token = {});
    /// Another connection of the same user.
    [[nodiscard]] Person connectAgain(const Person &person) { return connect({}, person.token); }
    void disconnect(const Person &person);

    /// Waits for the answer.
    template <typename Request>
    Answer ask(Action<Request> action, const Person &person, const Request &request)
    {
        return wait(begin(action, person, request));
    }
    /// Does not wait.
    template <typename Request>
    PendingAnswer begin(Action<Request> action, const Person &person, const Request &request)
    {
        auto answer = std::make_shared<std::optional<Answer>>();
        action(context(), person.actor(), request, [answer](Answer result) {
            if (answer->has_value())
                qFatal("answered twice");
            answer->emplace(std::move(result));
        });
        return answer;
    }

    // The same for posting, which is answered in another form.

    Answer ask(decltype(chat::sendMessage), const Person &person, const protocol::chat::SendMessage &request)
    {
        return ask(sendMessageForFields, person, request);
    }
    PendingAnswer begin(decltype(chat::sendMessage), const Person &person, const protocol::chat::SendMessage &request)
    {
        return begin(sendMessageForFields, person, request);
    }

    Answer wait(const PendingAnswer &answer);
    /// Waits until everything handed to the store has been stored and reported.
    void settle();

    [[nodiscard]] chat::Context &context() { return m_running->service.context(); }
    [[nodiscard]] RecordingPublisher &publisher() { return m_running->publisher; }
    [[nodiscard]] ManualClock &clock() { return m_clock; }
    /// The chat thread.
    [[nodiscard]] chat::Executor &executor() { return m_loop; }
    void tick();

    // What most tests begin with

    /// A room's id.
    QString createRoom(const Person &owner, const QString &name,
                       protocol::chat::RoomKind kind = protocol::chat::RoomKind::Public);
    /// The id of the conversation of two.
    QString openDirect(const Person &person, const Person &other);
    void join(const Person &person, const QString &room);
    void invite(const Person &host, const Person &guest, const QString &room);
    /// The new message's id.
    QString say(const Person &person, const QString &room, const QString &text);

private:
    /// Everything that ends with the server.
    struct Running
    {
        explicit Running(ChatFixture &fixture);
        ~Running();

        RunLoop &loop;
        RecordingPublisher publisher;
        std::unique_ptr<chat::MessageStore> store;
        chat::ChatService service;
    };

    QTemporaryDir m_folder;
    storage::sqlite::Options m_storeOptions;
    chat::Settings m_settings;
    ManualClock m_clock;
    RunLoop m_loop;
    PlainHasher m_hasher{m_loop};
    std::unique_ptr<Running> m_running;
    int m_connections = 0;
    int m_nonces = 0;
};
