#include "support/person.h"

session::ClientOptions quickOptions()
{
    session::ClientOptions options;
    options.socket.backoff.initial = std::chrono::milliseconds(20);
    options.socket.backoff.max = std::chrono::milliseconds(50);
    options.socket.backoff.jitter = 0;
    options.resendDelay = std::chrono::milliseconds(20);
    options.updateInterval = std::chrono::milliseconds(1);
    options.pageSize = 20;
    return options;
}

Person::Person(House &house, const QString &name, const session::ClientOptions &options)
    : m_house(house), m_options(options)
{
    credentials.name = name;
}

void Person::start()
{
    if (m_client)
        return;
    auto cache = cache::ChatCache::open(m_folder.filePath(QStringLiteral("cache.sqlite")));
    if (!cache)
        qFatal("The cache cannot be opened: %s", qPrintable(cache.error().message));
    m_cache = std::move(cache).value();
    m_client = std::make_unique<session::ChatClient>(m_house.address(), credentials, *m_cache, m_options);
    QObject::connect(m_client.get(), &session::ChatClient::tokenReceived, m_client.get(),
                     [this](const QString &token) { credentials.token = token; });
}

void Person::quit()
{
    m_client.reset();
    m_cache.reset();
}

bool Person::comeIn()
{
    start();
    m_client->open();
    return waitUntilUpToDate();
}

bool Person::waitUntilUpToDate()
{
    return QTest::qWaitFor([this] { return m_client->isUpToDate(); }, 10'000);
}

bool Person::loseConnection()
{
    m_house.network().setDown(true);
    return QTest::qWaitFor([this] { return !m_client->isOnline(); }, 10'000);
}

bool Person::comeBack()
{
    m_house.network().setDown(false);
    return waitUntilUpToDate();
}

bool Person::waitUntilSent()
{
    return QTest::qWaitFor([this] { return m_client->outbox().count() == 0; }, 10'000);
}

QString Person::say(const QString &room, const QString &text)
{
    const qint64 before = this->room(room)->room.seq;
    QString id;
    const auto connection = QObject::connect(&m_client->rooms(), &session::RoomDirectory::eventApplied,
                                             &m_client->rooms(), [&](const protocol::chat::RoomEvent &event) {
                                                 if (event.room == room && event.seq > before && event.by == this->id()
                                                     && event.type == protocol::chat::RoomEventType::MessagePosted)
                                                     id = protocol::chat::messageId(room, event.seq);
                                             });
    m_client->outbox().post(room, text);
    const bool isThere = QTest::qWaitFor([&] { return !id.isEmpty() && m_client->outbox().count() == 0; }, 10'000);
    QObject::disconnect(connection);
    return isThere ? id : QString();
}

QString Person::makeRoom(const QString &name, protocol::chat::RoomKind kind)
{
    const auto answer = answerOf<QString>([&](QObject *context, session::AnswerHandler<QString> handler) {
        m_client->roomRequests().create(name, kind, {}, context, std::move(handler));
    });
    return answer ? *answer : QString();
}

bool Person::join(const QString &room)
{
    return answerOf<QString>([&](QObject *context, session::AnswerHandler<QString> handler) {
               m_client->roomRequests().join(room, context, std::move(handler));
           })
        .hasValue();
}
