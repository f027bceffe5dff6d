// A chat that any Socket.IO client can join: `join` a room, then send it `message`s.

#include "socketio/server.h"
#include "socketio/socket.h"

#include <QCoreApplication>
#include <QTextStream>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    socketio::Server io;

    io.onConnection([](socketio::Socket &socket) {
        socket.on("join", [&socket](const socketio::Event &event) { socket.join(event.arg(0).toString()); });
        socket.on("message", [&socket](const socketio::Event &event) {
            socket.to(event.arg(0).toString()).emit("message", event.arg(1));
        });
    });

    const int given = application.arguments().indexOf(QStringLiteral("--port")) + 1;
    const quint16 port = io.listen(given > 0 ? application.arguments().value(given).toUShort() : 3000);
    if (port == 0)
        qFatal("Cannot listen: %s", qPrintable(io.errorString()));
    QTextStream(stdout) << "Chat server on http://localhost:" << port << Qt::endl;
    return application.exec();
}
