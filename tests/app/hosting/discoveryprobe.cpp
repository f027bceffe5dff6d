// discoveryprobe host NAME PORT, discoveryprobe find [HOST…]: one side of discovery as a program of its own, for tests
// that put each into a network of its own. What it finds it prints, a line each; it ends with its standard input.

#include "hosting/beacon.h"
#include "hosting/chatfinder.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace hosting;

namespace {

void say(const QString &line)
{
    std::puts(qUtf8Printable(line));
    std::fflush(stdout);
}

void endWithInput(QSocketNotifier &input)
{
    QObject::connect(&input, &QSocketNotifier::activated, &input, [] {
        char byte = 0;
        if (read(STDIN_FILENO, &byte, 1) <= 0)
            QCoreApplication::quit();
    });
}

int host(const QStringList &words)
{
    Beacon beacon;
    if (!beacon.announce({QStringLiteral("probe-") + words.value(0), words.value(0), words.value(1).toUShort(), 1,
                          QStringLiteral("0.1.0")}))
        return 1;
    say(QStringLiteral("announced"));
    return QCoreApplication::exec();
}

int find(const QStringList &hosts)
{
    ChatFinder finder;
    finder.setRememberedHosts(hosts);
    QObject::connect(&finder, &ChatFinder::found, &finder, [](const FoundChat &chat) {
        say(QStringLiteral("found %1 %2").arg(chat.name, chat.addressText()));
    });
    QObject::connect(&finder, &ChatFinder::lost, &finder,
                     [](const QString &key) { say(QStringLiteral("lost %1").arg(key)); });
    QObject::connect(&finder, &ChatFinder::canAskChanged, &finder,
                     [](bool canAsk) { say(canAsk ? QStringLiteral("network") : QStringLiteral("no network")); });
    finder.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    endWithInput(input);
    const QStringList arguments = application.arguments();
    const QString role = arguments.value(1);
    if (role == QStringLiteral("host"))
        return host(arguments.sliced(2));
    if (role == QStringLiteral("find"))
        return find(arguments.sliced(2));
    return 2;
}
