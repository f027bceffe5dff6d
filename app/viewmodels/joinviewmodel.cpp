#include "viewmodels/joinviewmodel.h"

#include "viewmodels/assign.h"

#include "connection/serveraddress.h"

#include "models/problemtexts.h"

#include <QUuid>

namespace viewmodels {

using connection::AddressError;
using connection::ServerAddress;
using hosting::ChatFinder;
using session::ChatClient;
using session::ConnectionState;

namespace {

bool is(const session::RequestError &error, const char *code)
{
    return error.code == QLatin1String(code);
}

} // namespace

JoinViewModel::JoinViewModel(const AppServices &services, const ServerStore &store, QObject *parent)
    : QObject(parent), m_services(services), m_store(store), m_finder(services.discovery),
      m_found([&store](const QString &address) { return store.serverAt(address).has_value(); })
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(searchPatience);
    followFinder();
}

JoinViewModel::~JoinViewModel() = default;

// Looking for chats

void JoinViewModel::followFinder()
{
    const auto show = [this] {
        m_found.setChats(m_finder.chats());
        if (m_found.count() > 0)
            assign(this, m_nothingFound, false, &JoinViewModel::nothingFoundChanged);
        else if (m_isSearching && !m_patience.isActive() && !m_nothingFound)
            m_patience.start();
    };
    connect(&m_finder, &ChatFinder::found, this, show);
    connect(&m_finder, &ChatFinder::changed, this, show);
    connect(&m_finder, &ChatFinder::lost, this, show);
    connect(&m_finder, &ChatFinder::canAskChanged, this, &JoinViewModel::refreshReasons);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        refreshReasons();
        assign(this, m_nothingFound, m_found.count() == 0, &JoinViewModel::nothingFoundChanged);
    });
}

void JoinViewModel::startSearch()
{
    if (m_isSearching)
        return;
    QStringList hosts;
    for (const KnownServer &server : m_store.servers()) {
        const auto address = ServerAddress::parse(server.address);
        if (address && !server.isHosted)
            hosts.append(address->host());
    }
    m_finder.setRememberedHosts(hosts);
    m_finder.start();
    m_patience.start();
    refreshReasons();
    assign(this, m_isSearching, true, &JoinViewModel::isSearchingChanged);
}

void JoinViewModel::stopSearch()
{
    m_patience.stop();
    m_finder.stop();
    m_found.setChats({});
    assign(this, m_isSearching, false, &JoinViewModel::isSearchingChanged);
    assign(this, m_nothingFound, false, &JoinViewModel::nothingFoundChanged);
}

void JoinViewModel::refreshReasons()
{
    QStringList reasons;
    if (m_finder.isRunning() && !m_finder.canAsk())
        reasons.append(tr("This computer is in no network, or does not let the program ask."));
    reasons += {tr("Nobody hosts a chat yet. You can: go back and choose “Host a chat”."),
                tr("The other computer is in another network, such as a guest Wi-Fi."),
                tr("A firewall on one of the computers keeps questions out: it has to let UDP port 8419 and TCP port "
                   "8418 through."),
                tr("The network keeps its computers apart. Ask for the address, and type it in below.")};
    assign(this, m_reasons, reasons, &JoinViewModel::reasonsChanged);
}

// Joining one

void JoinViewModel::setAddressText(const QString &addressText)
{
    if (assign(this, m_addressText, addressText, &JoinViewModel::addressTextChanged))
        assign(this, m_problem, {}, &JoinViewModel::problemChanged);
}

void JoinViewModel::setPassword(const QString &password)
{
    assign(this, m_password, password, &JoinViewModel::passwordChanged);
}

void JoinViewModel::joinFound(int row)
{
    const QModelIndex index = m_found.index(row);
    if (index.isValid())
        join(index.data(Qt::UserRole + 1).toString(), index.data(Qt::UserRole).toString());
}

void JoinViewModel::joinAddress()
{
    const auto address = ServerAddress::parse(m_addressText.trimmed());
    if (address) {
        join(address->toString(), address->toString());
        return;
    }
    const bool isEmpty = address.error() == AddressError::Empty;
    assign(this, m_problem,
           isEmpty ? tr("Type or paste an address, such as 192.168.1.7 or confab://192.168.1.7:8418.")
                   : tr("This is no address of a chat. It looks like 192.168.1.7 or confab://192.168.1.7:8418."),
           &JoinViewModel::problemChanged);
}

void JoinViewModel::join(const QString &address, const QString &label)
{
    if (m_isConnecting)
        return;
    if (const auto known = m_store.serverAt(address)) {
        Q_EMIT knownServerChosen(known->id);
        return;
    }
    if (address != m_address) {
        m_token.clear();
        m_serverPassword.clear();
        setPassword({});
        assign(this, m_wants, Wants::None, &JoinViewModel::wantsChanged);
    }
    drop();
    m_address = address;
    assign(this, m_connectingTo, label, &JoinViewModel::connectingToChanged);
    assign(this, m_problem, {}, &JoinViewModel::problemChanged);

    KnownServer server;
    server.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    server.address = address;
    server.userName = m_myName;
    m_session = ServerSession::open(server, m_services);
    if (!m_session) {
        fail(tr("The program cannot write to its folder."));
        return;
    }
    connect(&m_session->client(), &ChatClient::stateChanged, this, &JoinViewModel::handleState);
    connect(&m_session->client(), &ChatClient::refused, this, &JoinViewModel::handleRefused);
    assign(this, m_isConnecting, true, &JoinViewModel::isConnectingChanged);
    // The same one again: if the answer to an earlier attempt was lost, it owns the name.
    if (m_token.isEmpty())
        m_token = ServerSession::newToken();
    session::Credentials credentials{m_myName, m_token, {}, m_serverPassword};
    if (m_wants == Wants::ServerPassword)
        credentials.serverPassword = m_serverPassword = m_password;
    else
        credentials.password = m_password;
    m_session->begin(credentials);
}

void JoinViewModel::submit()
{
    if (!m_address.isEmpty())
        join(m_address, m_connectingTo);
}

void JoinViewModel::cancel()
{
    drop();
    m_address.clear();
    m_token.clear();
    m_serverPassword.clear();
    setPassword({});
    assign(this, m_wants, Wants::None, &JoinViewModel::wantsChanged);
    assign(this, m_problem, {}, &JoinViewModel::problemChanged);
    assign(this, m_connectingTo, {}, &JoinViewModel::connectingToChanged);
}

void JoinViewModel::handleState(ConnectionState state)
{
    if (state == ConnectionState::Online) {
        assign(this, m_isConnecting, false, &JoinViewModel::isConnectingChanged);
        m_session->client().disconnect(this);
        // Not from within the client's own signal: whoever takes it may do anything with it.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_session)
                    Q_EMIT joined();
            },
            Qt::QueuedConnection);
    } else if (state == ConnectionState::Waiting || state == ConnectionState::Offline) {
        fail(tr("Nobody answers at %1. Is the chat still there, and in the same network?").arg(m_address));
    }
}

void JoinViewModel::handleRefused(const session::RequestError &error)
{
    if (is(error, "bad_token")) // the session asks again without it
        return;
    Wants wants = Wants::None;
    QString problem = models::ProblemTexts::text(error);
    if (is(error, "server_password_required")) {
        wants = Wants::ServerPassword;
        if (m_serverPassword.isEmpty())
            problem = tr("This chat asks for a password.");
        else
            problem = tr("The password is wrong.");
    } else if (is(error, "bad_password")) {
        wants = Wants::UserPassword;
    } else if (is(error, "name_taken")) {
        wants = Wants::OtherName;
        problem = tr("Somebody in this chat has this name. Choose another one, or give its password if it is you.");
    } else if (is(error, "bad_name")) {
        wants = Wants::OtherName;
        problem = tr("This name cannot be used here. Choose another one.");
    }
    assign(this, m_wants, wants, &JoinViewModel::wantsChanged);
    setPassword({});
    fail(problem);
}

void JoinViewModel::fail(const QString &problem)
{
    assign(this, m_problem, problem, &JoinViewModel::problemChanged);
    drop();
}

/// Gives up what is being joined, and leaves nothing of it on this machine.
void JoinViewModel::drop()
{
    assign(this, m_isConnecting, false, &JoinViewModel::isConnectingChanged);
    if (!m_session)
        return;
    ServerSession *session = m_session.release();
    session->client().disconnect(this);
    session->client().close();
    const QString id = session->server().id;
    connect(session, &QObject::destroyed, this, [id, services = m_services] { ServerSession::forget(id, services); });
    session->deleteLater(); // this may be one of its signals
}

std::unique_ptr<ServerSession> JoinViewModel::takeJoined()
{
    return std::move(m_session);
}

} // namespace viewmodels
