#include "node/program.h"

#include "node/chatserver.h"
#include "node/configuration.h"
#include "node/helptext.h"
#include "node/logging.h"
#include "node/logwriter.h"
#include "node/maintenance.h"
#include "node/terminationsignals.h"

#ifdef CONFAB_CRASH_POINTS
#include "node/crashpoint.h"
#endif

#include <QCoreApplication>
#include <QDateTime>

#include <csignal>
#include <cstdio>

namespace node {

namespace {

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

int exitCodeOf(const Error &error)
{
    return error.code == ErrorCode::BadConfiguration ? 2 : 1;
}

int fail(const Error &error)
{
    print(stderr, QStringLiteral("confabd: %1\n").arg(error.message));
    return exitCodeOf(error);
}

/// What scripts wait for; it is printed whatever the log level is.
void announce(const ChatServer &server)
{
    for (const ChatServer::Endpoint &endpoint : server.endpoints()) {
        const QString line
            = QStringLiteral("listening on %1 port %2").arg(endpoint.address.toString()).arg(endpoint.port);
        if (server.config().log.format == LogFormat::Json) {
            const LogRecord record{QDateTime::currentMSecsSinceEpoch(), LogLevel::Info,
                                   QString::fromLatin1(lcNode().categoryName()), line};
            print(stdout, QString::fromUtf8(logLine(record, LogFormat::Json)));
        } else {
            print(stdout, line + u'\n');
        }
    }
}

Result<std::monostate> prepare(ServerConfig &config)
{
#ifdef CONFAB_CRASH_POINTS
    if (const QString killAt = qEnvironmentVariable("CONFAB_KILL_AT"); !killAt.isEmpty()) {
        auto observer = crashPointFrom(killAt);
        if (!observer)
            return protocol::failure(observer.error());
        config.observer = std::move(observer).value();
    }
    config.waitsForDisk = qEnvironmentVariable("CONFAB_TEST_DURABILITY") != QLatin1String("off");
#endif
    return readServerPassword(config);
}

int serve(QCoreApplication &application, ServerConfig config)
{
    const auto prepared = prepare(config);
    if (!prepared)
        return fail(prepared.error());
    const LogWriter logWriter(config.log);
    ChatServer server(std::move(config));
    // Made before the server's threads, so that they leave these signals alone.
    const TerminationSignals signals([&application] {
        QMetaObject::invokeMethod(
            &application, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    });
    const auto started = server.start();
    if (!started) {
        qCCritical(lcNode, "%s", qUtf8Printable(started.error().message));
        return exitCodeOf(started.error());
    }
    announce(server);
    application.exec();
    qCInfo(lcNode, "stopping");
    server.stop();
    return 0;
}

int run(QCoreApplication &application)
{
    const auto commandLine = parseCommandLine(application.arguments().sliced(1));
    if (!commandLine)
        return fail({commandLine.error().code, commandLine.error().message + QStringLiteral("; see --help")});
    if (commandLine->command == CommandLine::Command::Help) {
        print(stdout, helpText());
        return 0;
    }
    if (commandLine->command == CommandLine::Command::Version) {
        print(stdout, QStringLiteral("confabd %1\n").arg(ChatServer::version()));
        return 0;
    }
    auto config = configurationFrom(*commandLine, QProcessEnvironment::systemEnvironment());
    if (!config)
        return fail(config.error());
    if (commandLine->command == CommandLine::Command::Serve)
        return serve(application, std::move(config).value());
    const LogWriter logWriter(config->log);
    const auto report = maintain(*commandLine, *config);
    if (!report)
        return fail(report.error());
    print(stdout, *report);
    return 0;
}

} // namespace

int runProgram(int argc, char *argv[])
{
    // A log whose reader has gone must not end the server.
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("confabd"));
    QCoreApplication::setApplicationVersion(ChatServer::version());
    return run(application);
}

} // namespace node
