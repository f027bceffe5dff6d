// app-bench: the desktop program's own window, looked at and scrolled while it is measured. Prints one JSON object.

#include "app/framerecorder.h"
#include "app/openroom.h"
#include "app/residentmemory.h"
#include "app/stallrecorder.h"

#include "mainwindow.h"

#include "platform/keystore.h"
#include "platform/silentnotifier.h"
#include "viewmodels/appviewmodel.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickWindow>

#include <algorithm>
#include <cstdio>

namespace {

using namespace std::chrono_literals;

constexpr double middleOfSeed = 1'700'000'000'000.0 + 500'000 * 40'000.0;

double milliseconds(qint64 micros)
{
    return double(micros) / 1000;
}

qint64 quantile(std::vector<qint64> values, double share)
{
    if (values.empty())
        return -1;
    std::sort(values.begin(), values.end());
    return values[std::size_t(share * double(values.size() - 1))];
}

QJsonObject describe(const bench::FrameRecorder &frames, qint64 residentBefore)
{
    const qint64 growth = bench::residentBytes() - residentBefore; // before anything is sorted for the quantiles
    return {
        {QStringLiteral("frames"), qint64(frames.micros().size())},
        {QStringLiteral("frame_p50_ms"), milliseconds(quantile(frames.micros(), 0.5))},
        {QStringLiteral("frame_p99_ms"), milliseconds(quantile(frames.micros(), 0.99))},
        {QStringLiteral("frame_max_ms"), milliseconds(quantile(frames.micros(), 1))},
        {QStringLiteral("resident_growth_mb"), double(growth) / 1e6},
    };
}

/// Up and down at the newest end, in the middle and at the beginning.
QJsonObject scroll(bench::OpenRoom &room, QQuickWindow &window, std::chrono::seconds stretch)
{
    const bench::FrameRecorder frames(window);
    const qint64 before = bench::residentBytes();
    room.scroll(-0.2, stretch);
    room.jumpTo(middleOfSeed);
    room.scroll(-0.2, stretch);
    room.jumpTo(0);
    room.scroll(0.2, stretch);
    return describe(frames, before);
}

/// From the newest message to the first one, a screen each frame.
QJsonObject scrollThrough(bench::OpenRoom &room, QQuickWindow &window)
{
    room.scroll(-1, 5s); // what is needed once is there before it counts
    const bench::FrameRecorder frames(window);
    const qint64 before = bench::residentBytes();
    QElapsedTimer clock;
    clock.start();
    const bool isThrough = room.scrollToBeginning(1, 30min);
    QJsonObject result = describe(frames, before);
    result.insert(QStringLiteral("reached_the_beginning"), isThrough);
    result.insert(QStringLiteral("seconds"), double(clock.elapsed()) / 1000);
    return result;
}

QJsonObject measure(viewmodels::AppViewModel &app, QQuickWindow &window, const QCommandLineParser &parser)
{
    const auto stretch = std::chrono::seconds(parser.value(QStringLiteral("seconds")).toInt());
    bench::OpenRoom room(app, window);
    bench::OpenRoom::settle(1s);
    app.chat()->closeRoom();
    bench::OpenRoom::settle(500ms);
    QJsonObject result{{QStringLiteral("open_ms"), milliseconds(room.open(QStringLiteral("general")).count())}};
    bench::OpenRoom::settle(1s);
    if (parser.isSet(QStringLiteral("watch"))) {
        bench::StallRecorder stalls;
        stalls.begin();
        bench::OpenRoom::settle(stretch);
        result.insert(QStringLiteral("longest_stall_ms"), milliseconds(stalls.longestMicros()));
    } else if (parser.isSet(QStringLiteral("through"))) {
        result.insert(QStringLiteral("scrolling"), scrollThrough(room, window));
    } else {
        result.insert(QStringLiteral("scrolling"), scroll(room, window, stretch));
    }
    result.insert(QStringLiteral("resident_mb"), double(bench::residentBytes()) / 1e6);
    return result;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("data"), QStringLiteral("The program's data folder."), QStringLiteral("folder")});
    parser.addOption({QStringLiteral("join"), QStringLiteral("A server to join first."), QStringLiteral("address")});
    parser.addOption({QStringLiteral("watch"), QStringLiteral("Only look on, without scrolling.")});
    parser.addOption({QStringLiteral("through"), QStringLiteral("Scroll from the newest message to the first one.")});
    parser.addOption({QStringLiteral("seconds"), QStringLiteral("How long to look, or to scroll at each place."),
                      QStringLiteral("number"), QStringLiteral("10")});
    parser.process(application);
    const QString folder = parser.value(QStringLiteral("data"));

    platform::KeyStore keys(folder);
    platform::SilentNotifier notifier;
    viewmodels::AppViewModel app(viewmodels::AppServices{folder, keys, notifier});
    app.setMyName(QStringLiteral("Watcher"));
    app.begin();
    app.goOnline();
    if (parser.isSet(QStringLiteral("join")))
        app.handleLink(QStringLiteral("confab://") + parser.value(QStringLiteral("join")));
    app::MainWindow main(app, folder + QStringLiteral("/window.ini"));
    if (!main.show())
        return 1;
    auto *window = qobject_cast<QQuickWindow *>(QGuiApplication::topLevelWindows().constFirst());
    bench::OpenRoom::settle(2s);
    if (!window || !app.chat()) {
        std::fputs("there is no chat in the window\n", stderr);
        return 1;
    }
    std::puts(QJsonDocument(measure(app, *window, parser)).toJson(QJsonDocument::Compact).constData());
    return 0;
}
