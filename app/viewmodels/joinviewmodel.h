#pragma once

#include "viewmodels/appservices.h"
#include "viewmodels/foundchatsmodel.h"
#include "viewmodels/serversession.h"
#include "viewmodels/serverstore.h"

#include "session/chatclient.h"

#include "hosting/chatfinder.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <qqmlregistration.h>

#include <chrono>
#include <memory>

namespace viewmodels {

/// Finding a chat and getting into it.
/// Thread: UI thread.
class JoinViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It comes from AppViewModel.join")
    Q_PROPERTY(viewmodels::FoundChatsModel *found READ found CONSTANT)
    Q_PROPERTY(bool isSearching READ isSearching NOTIFY isSearchingChanged)
    Q_PROPERTY(bool nothingFound READ nothingFound NOTIFY nothingFoundChanged)
    Q_PROPERTY(QStringList reasons READ reasons NOTIFY reasonsChanged)
    Q_PROPERTY(QString addressText READ addressText WRITE setAddressText NOTIFY addressTextChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(bool isConnecting READ isConnecting NOTIFY isConnectingChanged)
    Q_PROPERTY(QString connectingTo READ connectingTo NOTIFY connectingToChanged)
    Q_PROPERTY(Wants wants READ wants NOTIFY wantsChanged)
    Q_PROPERTY(QString password READ password WRITE setPassword NOTIFY passwordChanged)

public:
    enum class Wants { None, ServerPassword, UserPassword, OtherName };
    Q_ENUM(Wants)

    /// How long nothing has to be found before people are told what could be wrong.
    static constexpr std::chrono::milliseconds searchPatience = std::chrono::seconds(5);

    /// @p store outlives it.
    JoinViewModel(const AppServices &services, const ServerStore &store, QObject *parent = nullptr);
    ~JoinViewModel() override;

    [[nodiscard]] viewmodels::FoundChatsModel *found() { return &m_found; }
    [[nodiscard]] bool isSearching() const { return m_isSearching; }
    /// True when five seconds have shown none.
    [[nodiscard]] bool nothingFound() const { return m_nothingFound; }
    /// What could be wrong when nothing is found, for people.
    [[nodiscard]] const QStringList &reasons() const { return m_reasons; }
    /// What has been typed or pasted: an address or a link.
    [[nodiscard]] const QString &addressText() const { return m_addressText; }
    void setAddressText(const QString &addressText);
    /// Why it did not work, for people.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] bool isConnecting() const { return m_isConnecting; }
    /// Name or address of the chat being joined.
    [[nodiscard]] const QString &connectingTo() const { return m_connectingTo; }
    /// What the chat asks for before it lets one in.
    [[nodiscard]] Wants wants() const { return m_wants; }
    /// The answer to ServerPassword and UserPassword.
    [[nodiscard]] const QString &password() const { return m_password; }
    void setPassword(const QString &password);

    /// Looks for chats until stopSearch().
    Q_INVOKABLE void startSearch();
    /// Stops looking.
    Q_INVOKABLE void stopSearch();
    /// Joins a chat of the list.
    Q_INVOKABLE void joinFound(int row);
    /// Joins the chat at addressText.
    Q_INVOKABLE void joinAddress();
    /// Tries the same chat again with what it asked for.
    Q_INVOKABLE void submit();
    /// Stops connecting and forgets what was asked for.
    Q_INVOKABLE void cancel();

    /// Who to be in the chat.
    void setMyName(const QString &name) { m_myName = name; }
    /// What joined() tells of. Null if there is none, or it has been taken.
    [[nodiscard]] std::unique_ptr<ServerSession> takeJoined();

Q_SIGNALS:
    void isSearchingChanged();
    void nothingFoundChanged();
    void reasonsChanged();
    void addressTextChanged();
    void problemChanged();
    void isConnectingChanged();
    void connectingToChanged();
    void wantsChanged();
    void passwordChanged();
    /// A server has let us in: takeJoined().
    void joined();
    /// It is a server that one is on already.
    void knownServerChosen(const QString &serverId);

private:
    void join(const QString &address, const QString &label);
    void followFinder();
    void handleState(session::ConnectionState state);
    void handleRefused(const session::RequestError &error);
    void fail(const QString &problem);
    void drop();
    void refreshReasons();

    const AppServices m_services;
    const ServerStore &m_store;
    QString m_myName;
    hosting::ChatFinder m_finder;
    FoundChatsModel m_found;
    QTimer m_patience;
    QString m_address; ///< being joined
    QString m_token; ///< for it
    QString m_serverPassword;
    std::unique_ptr<ServerSession> m_session; ///< null: nothing is being joined
    bool m_isSearching = false;
    bool m_nothingFound = false;
    QStringList m_reasons;
    QString m_addressText;
    QString m_problem;
    bool m_isConnecting = false;
    QString m_connectingTo;
    Wants m_wants = {};
    QString m_password;
};

} // namespace viewmodels
