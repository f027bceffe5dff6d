#include "socketio/client.h"

#include "socketio/connectattempt.h"
#include "socketio/namespace.h"
#include "socketio/namespaceregistry.h"
#include "socketio/namespaceshard.h"
#include "socketio/recoverylog.h"
#include "socketio/socket.h"

#include "engineio/sessionid.h"

#include "net/worker.h"

#include <algorithm>

namespace socketio {

using protocol::socketio::Packet;
using protocol::socketio::PacketType;

namespace {

bool isRecoverable(engineio::CloseReason reason)
{
    return reason != engineio::CloseReason::ParseError;
}

} // namespace

Client::Client(engineio::Session &session, NamespaceRegistry &registry, const ServerOptions &options)
    : m_session(session), m_registry(registry), m_options(options), m_decoder(options.decoder)
{
    updateConnectDeadline();
}

Client::~Client() = default;

// Receiving

void Client::handleTextMessage(QByteArrayView text)
{
    m_packetBytes += text.size();
    handleDecoded(m_decoder.addText(text));
}

void Client::handleBinaryMessage(const QByteArray &data)
{
    m_packetBytes += data.size();
    handleDecoded(m_decoder.addBinary(data));
}

void Client::handleDecoded(protocol::socketio::Result<std::optional<Packet>> decoded)
{
    if (!decoded) {
        breakConnection();
    } else if (*decoded) {
        handlePacket(**decoded);
        m_packetBytes = 0;
    }
}

net::TokenBucket &Client::eventBucket(const Namespace &nsp)
{
    const auto it = std::find_if(m_buckets.begin(), m_buckets.end(),
                                 [&nsp](const auto &bucket) { return bucket.first == nsp.name(); });
    if (it != m_buckets.end())
        return it->second;
    // One that joins more namespaces than it may be in at once shares its last bucket among them.
    if (int(m_buckets.size()) >= m_options.maxNamespacesPerClient)
        return m_buckets.back().second;
    const EventRate &rate = nsp.eventRate();
    m_buckets.emplace_back(nsp.name(), net::TokenBucket(rate.perSecond, rate.burst, net::TokenBucket::Clock::now()));
    return m_buckets.back().second;
}

void Client::handlePacket(const Packet &packet)
{
    Entry *entry = entryOf(packet.nsp);
    if (packet.type == PacketType::Connect && entry && entry->socket->isGoodbyeWaiting()) {
        // It left, and comes back before its last events have been handled.
        const std::shared_ptr<Socket> leaving = entry->socket;
        leaving->leaveAtOnce();
        entry = nullptr;
    }
    if (packet.type == PacketType::Connect) {
        if (entry || int(m_entries.size()) >= m_options.maxNamespacesPerClient)
            breakConnection();
        else
            handleConnect(packet.nsp, packet.data);
        return;
    }
    if (!entry || entry->attempt) {
        breakConnection();
        return;
    }
    const std::shared_ptr<Socket> socket = entry->socket;
    switch (packet.type) {
    case PacketType::Event: {
        QCborArray args = packet.data.toArray();
        const QCborValue name = args.takeFirst();
        Event event{name.isString() ? name.toString() : QString::number(name.toDouble()), std::move(args),
                    packet.id ? Acknowledge(socket, *packet.id) : Acknowledge()};
        socket->handleEvent(std::move(event), std::exchange(m_packetBytes, 0));
        break;
    }
    case PacketType::Ack:
        socket->handleAck(*packet.id, packet.data.toArray());
        break;
    case PacketType::Disconnect:
        socket->handleGoodbye();
        break;
    default:
        breakConnection();
        break;
    }
}

void Client::handleOversizeMessage()
{
    const auto entries = m_entries;
    for (const Entry &entry : entries) {
        if (entry.attempt)
            continue;
        entry.socket->emit("payload_too_large",
                           QCborMap{{QStringLiteral("code"), QStringLiteral("payload_too_large")},
                                    {QStringLiteral("maxBytes"), m_options.engine.maxPayloadBytes}});
    }
}

void Client::handleClosed(engineio::CloseReason reason)
{
    m_connectDeadline.reset();
    m_decoder.reset();
    const auto entries = std::exchange(m_entries, {});
    for (const Entry &entry : entries) {
        if (entry.attempt) {
            entry.attempt->cancel();
            entry.socket->nsp().release();
        }
        entry.socket->handleClosed(QString::fromLatin1(engineio::describe(reason)), isRecoverable(reason));
    }
}

void Client::breakConnection()
{
    m_session.close(engineio::CloseReason::ParseError);
}

void Client::disconnect()
{
    const auto entries = m_entries;
    for (const Entry &entry : entries) {
        if (!entry.attempt)
            entry.socket->disconnect(DisconnectScope::Namespace);
    }
    m_session.close(engineio::CloseReason::ForcedClose);
}

// Connecting

void Client::handleConnect(const QString &name, const QCborValue &auth)
{
    const std::shared_ptr<Namespace> nsp = m_registry.acquire(name);
    if (!nsp) {
        sendConnectError(name, QStringLiteral("Invalid namespace"));
        return;
    }
    if (tryRecover(nsp, auth))
        return;
    const QString privateId = nsp->recoveryLog() ? QString::fromLatin1(engineio::randomUrlSafeText(15)) : QString();
    const auto socket = std::make_shared<Socket>(*this, nsp, auth, nullptr, privateId);
    const auto attempt = std::make_shared<ConnectAttempt>(*this, socket, nsp->setup());
    m_entries.push_back({name, socket, attempt});
    attempt->proceed();
}

bool Client::tryRecover(const std::shared_ptr<Namespace> &nsp, const QCborValue &auth)
{
    const QString privateId = auth[QStringLiteral("pid")].toString();
    if (!nsp->recoveryLog() || privateId.isEmpty())
        return false;
    const auto recovered = nsp->recoveryLog()->restore(privateId, auth[QStringLiteral("offset")].toString());
    if (!recovered)
        return false;
    const auto socket = std::make_shared<Socket>(*this, nsp, auth, &*recovered, privateId);
    const auto setup = m_options.recovery.skipsMiddlewares ? nsp->setupWithoutMiddlewares() : nsp->setup();
    const auto attempt = std::make_shared<ConnectAttempt>(*this, socket, setup, recovered);
    m_entries.push_back({nsp->name(), socket, attempt});
    attempt->proceed();
    return true;
}

void Client::completeConnect(const std::shared_ptr<Socket> &socket)
{
    // What is in line was meant for those who are in the namespace already.
    socket->nsp().shard(m_session.worker().index()).deliverLine();
    Entry *entry = entryOf(socket->nsp().name());
    if (!m_session.isOpen() || !entry)
        return;
    const std::shared_ptr<ConnectAttempt> attempt = std::move(entry->attempt);
    m_connectDeadline.reset();
    socket->handleConnected(attempt->recovered());
    for (const ConnectionHandler &handler : attempt->setup().connectionHandlers) {
        if (socket->isConnected())
            handler(*socket);
    }
}

void Client::refuseConnect(const std::shared_ptr<Socket> &socket, const Refusal &refusal)
{
    socket->refuseConnection(refusal);
    forget(*socket);
    socket->nsp().release();
}

void Client::sendConnectError(const QString &name, const QString &message)
{
    const QCborMap data{{QStringLiteral("message"), message}};
    EncodedMessage::fromPacket(Packet{PacketType::ConnectError, name, std::nullopt, data}).sendTo(m_session);
}

Client::Entry *Client::entryOf(const QString &name)
{
    const auto it
        = std::find_if(m_entries.begin(), m_entries.end(), [&name](const Entry &entry) { return entry.name == name; });
    return it == m_entries.end() ? nullptr : &*it;
}

void Client::forget(const Socket &socket)
{
    std::erase_if(m_entries, [&socket](const Entry &entry) { return entry.socket.get() == &socket; });
    updateConnectDeadline();
}

void Client::updateConnectDeadline()
{
    if (!m_entries.empty() || m_connectDeadline)
        return;
    m_connectDeadline = std::make_unique<net::Deadline>([this] {
        const bool isInNoNamespace = std::all_of(m_entries.begin(), m_entries.end(),
                                                 [](const Entry &entry) { return entry.attempt != nullptr; });
        if (isInNoNamespace)
            m_session.close(engineio::CloseReason::ForcedClose);
    });
    m_connectDeadline->expireIn(m_session.worker().deadlines(), m_options.connectTimeout);
}

} // namespace socketio
