"""The layers of the project and what each may use: the table of docs/architecture.md as data.

A layer is a folder; a file belongs to the innermost layer that contains it. Every layer may use itself. Whatever is not
listed points up or sideways and is refused.
"""

PROTOCOL = {"server/protocol", "server/protocol/engineio", "server/protocol/socketio", "server/protocol/chat"}
CODECS_OF_SOCKETS = {"server/protocol", "server/protocol/engineio", "server/protocol/socketio"}

# Layer -> the layers that it may include and link.
LAYERS = {
    "server/protocol": set(),
    "server/protocol/engineio": {"server/protocol"},
    "server/protocol/socketio": {"server/protocol"},
    "server/protocol/chat": {"server/protocol"},
    "server/net": {"server/protocol"},
    "server/http": {"server/net", "server/protocol"},
    "server/chat": {"server/chat/ports", "server/protocol/chat", "server/protocol"},
    "server/chat/actions": {"server/chat", "server/chat/ports", "server/protocol/chat", "server/protocol"},
    "server/chat/ports": {"server/protocol/chat", "server/protocol"},
    "server/engineio": {"server/http", "server/net", "server/protocol/engineio", "server/protocol"},
    "server/storage": {"server/chat", "server/chat/ports", "server/protocol/chat", "server/protocol"},
    "server/socketio": {"server/engineio", "server/http", "server/net"} | CODECS_OF_SOCKETS,
    "server/cluster": {"server/socketio", "server/chat/ports"} | PROTOCOL,
    "server/gateway": {
        "server/socketio",
        "server/chat",
        "server/chat/actions",
        "server/chat/ports",
        "server/http",
        "server/net",
    }
    | PROTOCOL,
    "server/node": {
        "server/gateway",
        "server/cluster",
        "server/socketio",
        "server/storage",
        "server/engineio",
        "server/chat",
        "server/chat/actions",
        "server/chat/ports",
        "server/http",
        "server/net",
    }
    | PROTOCOL,
    "app/platform": set(),
    "app/connection": CODECS_OF_SOCKETS,
    "app/cli": {"app/connection"} | PROTOCOL,
    "app/markup": set(),
    "app/cache": {"server/protocol/chat", "server/protocol"},
    "app/session": {"app/connection", "app/cache", "server/protocol/chat", "server/protocol"},
    "app/models": {"app/session", "app/markup", "server/protocol/chat", "server/protocol"},
    "app/hosting": {"server/node"},
    "app/viewmodels": {
        "app/platform",
        "app/connection",
        "app/cache",
        "app/session",
        "app/markup",
        "app/models",
        "app/hosting",
        "server/protocol",
        "server/protocol/chat",
    },
    "app": {"app/platform", "app/session", "app/models", "app/hosting", "app/viewmodels"},
}

# The folders that layers live in. A folder directly inside one of them must be a layer.
ROOTS = ("server", "app")

# Layer -> the Qt modules that it may link itself; what a lower layer passes on comes on top.
QT_MODULES = {
    "server/protocol": {"Core"},
    "server/net": {"Core", "Network", "WebSockets"},
    "server/http": {"Core", "Network"},
    "server/chat": {"Core"},
    "server/engineio": {"Core", "Network"},
    "server/storage": {"Core"},
    "server/socketio": {"Core", "Network"},
    "server/cluster": {"Core", "Network"},
    "server/gateway": {"Core"},
    "server/node": {"Core", "Network"},
    "app": {"Core", "Gui", "Qml", "Quick", "QuickControls2", "Svg"},
    "app/platform": {"Core", "DBus", "Gui", "Network", "Widgets"},
    "app/connection": {"Core", "Network", "WebSockets"},
    "app/markup": {"Core"},
    "app/cli": {"Core"},
    "app/cache": {"Core", "Sql"},
    "app/session": {"Core"},
    "app/models": {"Core"},
    "app/hosting": {"Core", "Network"},
    "app/viewmodels": {"Core", "Gui", "Qml"},
}

# What only some layers may name in their code, whether by including it or by declaring it:
# (what it is, pattern of the whole name or header, the layers that may).
RESTRICTED = [
    (
        "sockets",
        r"Q(Abstract|Tcp|Udp|Ssl|Local)Socket|Q(Tcp|Ssl|Local)Server|QWebSocket\w*|QSocketNotifier"
        r"|(sys/(socket|epoll|un)|netinet/\w+|poll)\.h",
        {"server/net", "app/connection", "app/hosting", "app/platform"},
    ),
    ("SQL", r"QSql\w*|QtSql(/.*)?|sqlite3\.h", {"server/storage", "app/cache"}),
    ("Boost", r"boost/.*", {"server/http"}),
    (
        "user interface classes",
        r"QtGui(/.*)?|QtWidgets(/.*)?|QtQml(/.*)?|QtQuick(/.*)?|QGuiApplication|QApplication|QWidget|QQml\w+|QQuick\w+"
        r"|QImage|QPixmap|QFont|QColor|QIcon",
        {"app", "app/platform", "app/models", "app/viewmodels"},
    ),
]

# Layers made of value types and pure functions: QtCore and the standard library, and of QtCore nothing that lives in a
# thread.
PURE_LAYERS = {layer for layer in LAYERS if layer.startswith("server/protocol")}
IMPURE = (
    r"QObject|QTimer|QBasicTimer|QDeadlineTimer|QThread\w*|QMutex\w*|QEventLoop|QCoreApplication|QMetaObject|QPointer"
    r"|QFile|QProcess|QIODevice|QtNetwork(/.*)?|QtWebSockets(/.*)?|QHost\w+|QNetwork\w+"
)

# QML folders from the lowest to the highest; a file directly in qml/ is above them all.
QML_ORDER = ("theme", "components", "pages")

MAXIMUM_LINES = 400
EMPTY_WORDS = ("util", "utils", "manager", "helper", "helpers", "misc")
