#include "support/chatfixture.h"

#include "chat/actions/attach.h"
#include "chat/actions/connectuser.h"
#include "chat/actions/createroom.h"
#include "chat/actions/invite.h"
#include "chat/actions/joinroom.h"
#include "chat/actions/opendirect.h"
#include "chat/actions/sendmessage.h"
#include "chat/actions/tick.h"

#include "storage/sqlite/sqlitemessagestore.h"

namespace {

/// Ends the test program where going on would say nothing.
template <typename T>
T required(protocol::chat::Result<T> result, const char *what)
{
    if (!result) {
        const protocol::chat::Error &error = result.error();
        qFatal("%s: %s %s", what, wireName(error.code).data(), qPrintable(error.message + u' ' + error.field));
    }
    return std::move(result).value();
}

std::unique_ptr<chat::MessageStore> openStore(const storage::sqlite::Options &options, chat::Executor &chatThread)
{
    auto store = storage::sqlite::SqliteMessageStore::open(options, chatThread);
    if (!store)
        qFatal("the store: %s", qPrintable(store.error()));
    return std::move(store).value();
}

QString roomIdIn(const QCborMap &fields)
{
    return fields.value(QLatin1String("room")).toMap().value(QLatin1String("id")).toString();
}

} // namespace

ChatFixture::Running::Running(ChatFixture &fixture)
    : loop(fixture.m_loop), store(openStore(fixture.m_storeOptions, fixture.m_loop)),
      service(*store, publisher, fixture.m_hasher, fixture.m_clock, fixture.m_settings)
{
    required(service.start(), "start");
}

ChatFixture::Running::~Running()
{
    // What the store reports from now on is not heard any more, as when a program is killed.
    store.reset();
    loop.clear();
}

void sendMessageForFields(chat::Context &context, const chat::Actor &actor, const protocol::chat::SendMessage &request,
                          const chat::Reply &reply)
{
    chat::sendMessage(context, actor, request, [reply](const protocol::chat::Result<chat::Posted> &result) {
        if (!result) {
            reply(protocol::failure(result.error()));
            return;
        }
        reply(QCborMap{
            {QLatin1String("id"), result->id}, {QLatin1String("seq"), result->seq}, {QLatin1String("at"), result->at}});
    });
}

ChatFixture::ChatFixture(chat::Settings settings, storage::sqlite::Durability durability)
    : m_settings(std::move(settings))
{
    m_storeOptions.folder = m_folder.path();
    m_storeOptions.durability = durability;
    m_running = std::make_unique<Running>(*this);
}

ChatFixture::~ChatFixture() = default;

void ChatFixture::restart()
{
    m_running.reset();
    m_running = std::make_unique<Running>(*this);
}

Person ChatFixture::connect(const QString &name, const QString &token)
{
    Person person;
    person.connection = u'c' + QString::number(++m_connections);
    protocol::chat::ConnectRequest request;
    request.name = name;
    request.token = token;
    std::optional<protocol::chat::Result<chat::Admission>> admission;
    chat::connectUser(context(), request, [&admission](protocol::chat::Result<chat::Admission> result) {
        admission.emplace(std::move(result));
    });
    if (!m_loop.runUntil([&admission] { return admission.has_value(); }))
        qFatal("nobody answers");
    const chat::Admission admitted = required(std::move(*admission), "connectUser");
    const auto welcome = std::make_shared<std::optional<Answer>>();
    chat::attach(context(), person.connection, admitted,
                 [welcome](Answer result) { welcome->emplace(std::move(result)); });
    person.user = admitted.user;
    person.token = admitted.token.isEmpty() ? token : admitted.token;
    person.welcome = required(wait(welcome), "attach");
    return person;
}

void ChatFixture::disconnect(const Person &person)
{
    chat::detach(context(), person.connection);
    publisher().drop(person.connection);
}

Answer ChatFixture::wait(const PendingAnswer &answer)
{
    if (!m_loop.runUntil([&answer] { return answer->has_value(); }))
        qFatal("no answer");
    return **answer;
}

void ChatFixture::settle()
{
    bool isDone = false;
    context().store.commit({}, [&isDone](const chat::StoreResult<chat::Committed> &) { isDone = true; });
    if (!m_loop.runUntil([&isDone] { return isDone; }))
        qFatal("the store does not answer");
}

void ChatFixture::tick()
{
    chat::tick(context());
    settle();
}

QString ChatFixture::createRoom(const Person &owner, const QString &name, protocol::chat::RoomKind kind)
{
    protocol::chat::CreateRoom request;
    request.name = name;
    request.kind = kind;
    return roomIdIn(required(ask(chat::createRoom, owner, request), "createRoom"));
}

QString ChatFixture::openDirect(const Person &person, const Person &other)
{
    return roomIdIn(required(ask(chat::openDirect, person, protocol::chat::OpenDirect{other.user}), "openDirect"));
}

void ChatFixture::join(const Person &person, const QString &room)
{
    (void)required(ask(chat::joinRoom, person, protocol::chat::RoomRequest{room}), "joinRoom");
}

void ChatFixture::invite(const Person &host, const Person &guest, const QString &room)
{
    (void)required(ask(chat::invite, host, protocol::chat::InviteToRoom{room, guest.user}), "invite");
}

QString ChatFixture::say(const Person &person, const QString &room, const QString &text)
{
    protocol::chat::SendMessage request;
    request.room = room;
    request.nonce = u'n' + QString::number(++m_nonces);
    request.text = text;
    return required(ask(chat::sendMessage, person, request), "sendMessage").value(QLatin1String("id")).toString();
}
