#pragma once

#include "viewmodels/composerviewmodel.h"
#include "viewmodels/roompins.h"
#include "viewmodels/roomreading.h"

#include "models/membersmodel.h"
#include "models/pinsmodel.h"
#include "models/roomrights.h"
#include "models/roomtexts.h"
#include "models/timelinemodel.h"

#include "session/chatclient.h"

#include "cache/chatcache.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <qqmlregistration.h>

namespace viewmodels {

/// The room that is open.
/// Thread: UI thread.
class RoomViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to a ChatViewModel")
    Q_PROPERTY(QString roomId READ roomId CONSTANT)
    Q_PROPERTY(QString name READ name NOTIFY nameChanged)
    Q_PROPERTY(QString topic READ topic NOTIFY topicChanged)
    Q_PROPERTY(Kind kind READ kind NOTIFY kindChanged)
    Q_PROPERTY(bool isDirect READ isDirect NOTIFY isDirectChanged)
    Q_PROPERTY(int memberCount READ memberCount NOTIFY memberCountChanged)
    Q_PROPERTY(QString memberNames READ memberNames NOTIFY memberNamesChanged)
    Q_PROPERTY(QString initial READ initial NOTIFY initialChanged)
    Q_PROPERTY(QString color READ color NOTIFY colorChanged)
    Q_PROPERTY(int presence READ presence NOTIFY presenceChanged)
    Q_PROPERTY(QString presenceText READ presenceText NOTIFY presenceTextChanged)
    Q_PROPERTY(bool isFavourite READ isFavourite WRITE setIsFavourite NOTIFY isFavouriteChanged)
    Q_PROPERTY(NotifyLevel notifyLevel READ notifyLevel WRITE setNotifyLevel NOTIFY notifyLevelChanged)
    Q_PROPERTY(int myRole READ myRole NOTIFY myRoleChanged)
    Q_PROPERTY(bool canPost READ canPost NOTIFY canPostChanged)
    Q_PROPERTY(QString cannotPostReason READ cannotPostReason NOTIFY cannotPostReasonChanged)
    Q_PROPERTY(bool canPin READ canPin NOTIFY canPinChanged)
    Q_PROPERTY(bool canInvite READ canInvite NOTIFY canInviteChanged)
    Q_PROPERTY(bool canUpdate READ canUpdate NOTIFY canUpdateChanged)
    Q_PROPERTY(bool canModerate READ canModerate NOTIFY canModerateChanged)
    Q_PROPERTY(bool canSetRoles READ canSetRoles NOTIFY canSetRolesChanged)
    Q_PROPERTY(bool canLeave READ canLeave NOTIFY canLeaveChanged)
    Q_PROPERTY(double slowModeMs READ slowModeMs NOTIFY slowModeMsChanged)
    Q_PROPERTY(QString slowModeText READ slowModeText NOTIFY slowModeTextChanged)
    Q_PROPERTY(bool isAnnouncementOnly READ isAnnouncementOnly NOTIFY isAnnouncementOnlyChanged)
    Q_PROPERTY(models::TimelineModel *timeline READ timeline CONSTANT)
    Q_PROPERTY(viewmodels::ComposerViewModel *composer READ composer CONSTANT)
    Q_PROPERTY(models::MembersModel *memberList READ memberList CONSTANT)
    Q_PROPERTY(models::PinsModel *pins READ pins CONSTANT)
    Q_PROPERTY(QString typingText READ typingText NOTIFY typingTextChanged)
    Q_PROPERTY(int unread READ unread NOTIFY unreadChanged)
    Q_PROPERTY(int newBelow READ newBelow NOTIFY newBelowChanged)
    Q_PROPERTY(bool hasUnreadAbove READ hasUnreadAbove NOTIFY hasUnreadAboveChanged)
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY isLoadingChanged)
    Q_PROPERTY(bool hasOlder READ hasOlder NOTIFY hasOlderChanged)
    Q_PROPERTY(bool hasNewer READ hasNewer NOTIFY hasNewerChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(bool isAtLatest READ isAtLatest WRITE setIsAtLatest NOTIFY isAtLatestChanged)
    Q_PROPERTY(bool windowActive READ windowActive WRITE setWindowActive NOTIFY windowActiveChanged)

public:
    enum class Kind { Public, Private, Direct };
    Q_ENUM(Kind)
    /// What one is told of. Default: as the settings say.
    enum class NotifyLevel { Default, All, Mentions, Nothing };
    Q_ENUM(NotifyLevel)

    /// What a room needs beside its server. All of it outlives it.
    struct Parts
    {
        session::ChatClient &client;
        cache::ChatCache &cache;
        const markup::EmojiCatalogue &emoji;
        std::function<void(const QString &text)> copy; ///< to the clipboard
    };

    RoomViewModel(const QString &roomId, const Parts &parts, QObject *parent = nullptr);
    ~RoomViewModel() override;

    [[nodiscard]] const QString &roomId() const { return m_roomId; }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &topic() const { return m_topic; }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isDirect() const { return m_isDirect; }
    [[nodiscard]] int memberCount() const { return m_memberCount; }
    /// Some of them, for below the name.
    [[nodiscard]] const QString &memberNames() const { return m_memberNames; }
    [[nodiscard]] const QString &initial() const { return m_initial; }
    [[nodiscard]] const QString &color() const { return m_color; }
    /// Of the other one in a direct conversation; a Presence.State.
    [[nodiscard]] int presence() const { return m_presence; }
    [[nodiscard]] const QString &presenceText() const { return m_presenceText; }
    [[nodiscard]] bool isFavourite() const { return m_isFavourite; }
    void setIsFavourite(bool isFavourite);
    [[nodiscard]] NotifyLevel notifyLevel() const { return m_notifyLevel; }
    void setNotifyLevel(NotifyLevel notifyLevel);
    /// A Role.Level.
    [[nodiscard]] int myRole() const { return m_myRole; }
    [[nodiscard]] bool canPost() const { return m_canPost; }
    [[nodiscard]] const QString &cannotPostReason() const { return m_cannotPostReason; }
    [[nodiscard]] bool canPin() const { return m_canPin; }
    [[nodiscard]] bool canInvite() const { return m_canInvite; }
    [[nodiscard]] bool canUpdate() const { return m_canUpdate; }
    [[nodiscard]] bool canModerate() const { return m_canModerate; }
    [[nodiscard]] bool canSetRoles() const { return m_canSetRoles; }
    [[nodiscard]] bool canLeave() const { return m_canLeave; }
    [[nodiscard]] double slowModeMs() const { return m_slowModeMs; }
    /// Empty when slow mode is off.
    [[nodiscard]] const QString &slowModeText() const { return m_slowModeText; }
    [[nodiscard]] bool isAnnouncementOnly() const { return m_isAnnouncementOnly; }
    [[nodiscard]] models::TimelineModel *timeline() { return &m_timeline; }
    [[nodiscard]] viewmodels::ComposerViewModel *composer() { return &m_composer; }
    [[nodiscard]] models::MembersModel *memberList() { return &m_members; }
    [[nodiscard]] models::PinsModel *pins() { return m_pins.model(); }
    /// Who is writing, in words; empty: nobody.
    [[nodiscard]] const QString &typingText() const { return m_typingText; }
    [[nodiscard]] int unread() const { return m_unread; }
    /// Messages that came while the view was further up.
    [[nodiscard]] int newBelow() const { return m_reading.newBelow(); }
    /// The first unread message is further up than what is loaded or was seen.
    [[nodiscard]] bool hasUnreadAbove() const { return m_reading.hasUnreadAbove(); }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    /// The slice does not reach to the latest message.
    [[nodiscard]] bool hasNewer() const { return m_hasNewer; }
    [[nodiscard]] const QString &problem() const { return m_problem; }
    /// Whether the view shows the newest message; set by the view.
    [[nodiscard]] bool isAtLatest() const { return m_reading.isAtLatest(); }
    void setIsAtLatest(bool isAtLatest);
    /// Whether somebody is looking; set by the window.
    [[nodiscard]] bool windowActive() const { return m_reading.isWindowActive(); }
    void setWindowActive(bool windowActive);

    /// Loads the surroundings of a message and points at it.
    Q_INVOKABLE void jumpTo(const QString &messageId);
    /// The same for the first message from a time on; UTC milliseconds.
    Q_INVOKABLE void jumpToDate(double ms);
    /// Goes to the newest message.
    Q_INVOKABLE void jumpToLatest();
    /// Goes to where one has stopped reading.
    Q_INVOKABLE void jumpToFirstUnread();
    /// Asks for the page above what is there.
    Q_INVOKABLE void loadOlder();
    /// The page below.
    Q_INVOKABLE void loadNewer();
    /// The view shows this row; it counts as read while the window is active.
    Q_INVOKABLE void markSeen(int row);
    /// Takes the line of new messages away.
    Q_INVOKABLE void hideUnreadLine();
    /// Asks for the members; to be called when they are shown.
    Q_INVOKABLE void loadMembers();
    /// Asks for the pins; to be called when they are shown.
    Q_INVOKABLE void loadPins();
    /// Ends the membership.
    Q_INVOKABLE void leave();
    /// Makes somebody a member.
    Q_INVOKABLE void invite(const QString &userId);
    /// Changes the room; what is as before is left alone.
    Q_INVOKABLE void update(const QString &name, const QString &topic, double slowModeMs, bool announcementOnly);
    /// Takes somebody out.
    Q_INVOKABLE void kick(const QString &userId, const QString &reason);
    /// Keeps somebody out until a time; 0: for good.
    Q_INVOKABLE void ban(const QString &userId, const QString &reason, double untilMs);
    /// Lets somebody only read until a time; 0: for good.
    Q_INVOKABLE void mute(const QString &userId, const QString &reason, double untilMs);
    /// Lets them write again.
    Q_INVOKABLE void unmute(const QString &userId);
    /// Gives somebody a Role.Level.
    Q_INVOKABLE void setRole(const QString &userId, int role);

Q_SIGNALS:
    void nameChanged();
    void topicChanged();
    void kindChanged();
    void isDirectChanged();
    void memberCountChanged();
    void memberNamesChanged();
    void initialChanged();
    void colorChanged();
    void presenceChanged();
    void presenceTextChanged();
    void isFavouriteChanged();
    void notifyLevelChanged();
    void myRoleChanged();
    void canPostChanged();
    void cannotPostReasonChanged();
    void canPinChanged();
    void canInviteChanged();
    void canUpdateChanged();
    void canModerateChanged();
    void canSetRolesChanged();
    void canLeaveChanged();
    void slowModeMsChanged();
    void slowModeTextChanged();
    void isAnnouncementOnlyChanged();
    void typingTextChanged();
    void unreadChanged();
    void newBelowChanged();
    void hasUnreadAboveChanged();
    void isLoadingChanged();
    void hasOlderChanged();
    void hasNewerChanged();
    void problemChanged();
    void isAtLatestChanged();
    void windowActiveChanged();
    /// The view is to show this row, and to make it flash if it is a target.
    void positionRequested(int row, bool flash);
    /// Something did not work; a sentence for people.
    void problemOccurred(const QString &text);
    /// Something that was asked for is done; for people.
    void noticed(const QString &text);

private:
    void followRoom();
    void followTimeline();
    void refresh();
    void refreshRights(const session::RoomState &state);
    void refreshMemberNames();
    void refreshTyping();
    void refreshPresence(const session::RoomState &state);
    void refreshLoading();
    [[nodiscard]] QString reasonNotToPost(const session::RoomState &state, const models::RoomRights &rights) const;
    [[nodiscard]] session::AnswerHandler<session::Done> reportProblem();
    [[nodiscard]] models::TimelineParts timelineParts(const Parts &parts);

    const QString m_roomId;
    session::ChatClient &m_client;
    const models::RoomTexts m_texts;
    models::TimelineModel m_timeline;
    ComposerViewModel m_composer;
    models::MembersModel m_members;
    RoomPins m_pins;
    RoomReading m_reading;
    QTimer m_muteTimer; ///< until we may write again
    QString m_name;
    QString m_topic;
    Kind m_kind = {};
    bool m_isDirect = false;
    int m_memberCount = 0;
    QString m_memberNames;
    QString m_initial;
    QString m_color;
    int m_presence = 0;
    QString m_presenceText;
    bool m_isFavourite = false;
    NotifyLevel m_notifyLevel = {};
    int m_myRole = 0;
    bool m_canPost = false;
    QString m_cannotPostReason;
    bool m_canPin = false;
    bool m_canInvite = false;
    bool m_canUpdate = false;
    bool m_canModerate = false;
    bool m_canSetRoles = false;
    bool m_canLeave = false;
    double m_slowModeMs = 0;
    QString m_slowModeText;
    bool m_isAnnouncementOnly = false;
    QString m_typingText;
    int m_unread = 0;
    bool m_isLoading = false;
    bool m_hasOlder = false;
    bool m_hasNewer = false;
    QString m_problem;
};

} // namespace viewmodels
