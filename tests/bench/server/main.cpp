// Our side of the engine benchmark: `join` puts a socket into a room, `message` sends the same object to the room.

#include "program/terminationsignal.h"
#include "socketio/server.h"
#include "socketio/socket.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption portOption(QStringLiteral("port"), QStringLiteral("Port, 0 for any."),
                                        QStringLiteral("port"), QStringLiteral("0"));
    const QCommandLineOption workersOption(QStringLiteral("workers"), QStringLiteral("Network threads."),
                                           QStringLiteral("count"), QStringLiteral("1"));
    const QCommandLineOption intervalOption(QStringLiteral("ping-interval-ms"), QStringLiteral("Between pings."),
                                            QStringLiteral("ms"), QStringLiteral("25000"));
    const QCommandLineOption timeoutOption(QStringLiteral("ping-timeout-ms"), QStringLiteral("Waiting for a pong."),
                                           QStringLiteral("ms"), QStringLiteral("20000"));
    parser.addOptions({portOption, workersOption, intervalOption, timeoutOption});
    parser.addHelpOption();
    parser.process(application);
    const program::TerminationSignal termination;

    socketio::ServerOptions options;
    options.workers = parser.value(workersOption).toInt();
    options.engine.pingInterval = std::chrono::milliseconds(parser.value(intervalOption).toInt());
    options.engine.pingTimeout = std::chrono::milliseconds(parser.value(timeoutOption).toInt());
    socketio::Server io(options);

    io.onConnection([&io](socketio::Socket &socket) {
        socket.on("join", [&socket](const socketio::Event &event) {
            socket.join(event.arg(0).toString());
            event.ack();
        });
        socket.on("message", [&io](const socketio::Event &event) {
            const QCborValue message = event.arg(0);
            io.to(message[QStringLiteral("room")].toString()).emit("message", message);
            event.ack();
        });
    });

    const quint16 port = io.listen(QHostAddress::LocalHost, quint16(parser.value(portOption).toUInt()));
    if (port == 0) {
        std::fprintf(stderr, "Cannot listen: %s\n", qPrintable(io.errorString()));
        return 1;
    }
    std::printf("listening %d\n", port);
    std::fflush(stdout);
    QObject::connect(&termination, &program::TerminationSignal::received, &application, &QCoreApplication::quit);
    return application.exec();
}
