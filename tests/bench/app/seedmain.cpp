// app-seed: a data folder of the desktop program with one server and as many messages as wanted in its cache.

#include "random.h"
#include "seed/zipfwords.h"

#include "cache/chatcache.h"
#include "viewmodels/serverstore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <cstdio>

namespace {

using protocol::chat::Message;
using protocol::chat::Room;
using protocol::chat::User;

constexpr int people = 50;
constexpr int messagesPerPage = 1000;
constexpr qint64 firstAt = 1'700'000'000'000;
constexpr qint64 millisecondsBetween = 40'000;

const QString serverId = QStringLiteral("bench");
const QString general = QStringLiteral("general");

QString idOf(quint64 person)
{
    return QStringLiteral("u%1").arg(person, 16, 10, QLatin1Char('0'));
}

QList<User> everybody()
{
    QList<User> users;
    for (int i = 0; i < people; ++i) {
        User user;
        user.id = idOf(quint64(i));
        user.name = QStringLiteral("Person %1").arg(i);
        user.createdAt = firstAt;
        users.append(user);
    }
    return users;
}

Message message(qint64 seq, const seed::ZipfWords &words, loadgen::Random &random)
{
    Message made;
    made.id = protocol::chat::messageId(general, seq);
    made.room = general;
    made.seq = seq;
    made.at = firstAt + seq * millisecondsBetween;
    made.by = idOf(random.below(people));
    made.text = words.sentence(random);
    return made;
}

cache::CachedRoom roomWith(qint64 messages)
{
    cache::CachedRoom cached;
    cached.room.id = general;
    cached.room.name = QStringLiteral("General");
    cached.room.createdAt = firstAt;
    cached.room.seq = messages;
    cached.room.memberCount = people;
    cached.read = messages;
    return cached;
}

void fill(cache::ChatCache &cache, qint64 messages)
{
    cache.setServerName(QStringLiteral("Bench"));
    cache.setMe(everybody().constFirst());
    cache.storeUsers(everybody());
    cache.storeRoom(roomWith(messages));
    const seed::ZipfWords words(20'000);
    loadgen::Random random(1);
    for (qint64 first = 1; first <= messages; first += messagesPerPage) {
        const qint64 last = qMin(first + messagesPerPage - 1, messages);
        QList<Message> page;
        for (qint64 seq = first; seq <= last; ++seq)
            page.append(message(seq, words, random));
        cache.storePage(general, page, {first, last});
        cache.flush();
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("data"), QStringLiteral("The folder to make."), QStringLiteral("folder")});
    parser.addOption({QStringLiteral("messages"), QStringLiteral("How many messages."), QStringLiteral("number"),
                      QStringLiteral("1000000")});
    parser.process(application);
    const QString folder = parser.value(QStringLiteral("data"));
    if (folder.isEmpty() || !QDir().mkpath(folder))
        parser.showHelp(2);

    // Nobody listens there: what is shown is what the cache holds.
    viewmodels::ServerStore servers(folder);
    servers.put({serverId, QStringLiteral("Bench"), QStringLiteral("127.0.0.1:9"), QStringLiteral("Person 0"), false});
    servers.setCurrent(serverId);
    auto opened = cache::ChatCache::open(QStringLiteral("%1/cache-%2.sqlite").arg(folder, serverId));
    if (!opened) {
        std::fputs("the cache cannot be opened\n", stderr);
        return 1;
    }
    fill(*opened.value(), parser.value(QStringLiteral("messages")).toLongLong());
    return 0;
}
