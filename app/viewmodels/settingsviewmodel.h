#pragma once

#include <QObject>
#include <QSettings>
#include <qqmlregistration.h>

#include <array>

namespace viewmodels {

/// What somebody has chosen for the whole program. Each change is kept at once.
/// Thread: UI thread.
class SettingsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It comes from AppViewModel.settings")
    Q_PROPERTY(Theme theme READ theme WRITE setTheme NOTIFY themeChanged)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)
    Q_PROPERTY(bool compact READ isCompact WRITE setCompact NOTIFY compactChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(bool enterSends READ enterSends WRITE setEnterSends NOTIFY enterSendsChanged)
    Q_PROPERTY(Notifications notifications READ notifications WRITE setNotifications NOTIFY notificationsChanged)
    Q_PROPERTY(bool showMessageText READ showMessageText WRITE setShowMessageText NOTIFY showMessageTextChanged)
    Q_PROPERTY(bool doNotDisturb READ doNotDisturb WRITE setDoNotDisturb NOTIFY doNotDisturbChanged)
    Q_PROPERTY(bool closeToTray READ closeToTray WRITE setCloseToTray NOTIFY closeToTrayChanged)
    Q_PROPERTY(bool sounds READ sounds WRITE setSounds NOTIFY soundsChanged)

public:
    enum class Theme { System, Light, Dark };
    Q_ENUM(Theme)
    /// What one is told of in rooms without a level of their own. Mentions: and direct conversations.
    enum class Notifications { All, Mentions, Nothing };
    Q_ENUM(Notifications)

    static constexpr double minimumTextScale = 0.8;
    static constexpr double maximumTextScale = 1.6;

    /// Reads and writes @p file, which need not exist.
    explicit SettingsViewModel(const QString &file, QObject *parent = nullptr);

    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);
    [[nodiscard]] double textScale() const;
    void setTextScale(double scale);
    [[nodiscard]] bool isCompact() const;
    void setCompact(bool isCompact);
    /// Empty: that of the system; otherwise such as `de`.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    /// Whether Enter sends and Shift+Enter begins a line, or the other way round.
    [[nodiscard]] bool enterSends() const;
    void setEnterSends(bool sends);
    [[nodiscard]] Notifications notifications() const;
    void setNotifications(Notifications notifications);
    /// Whether notifications show what was written.
    [[nodiscard]] bool showMessageText() const;
    void setShowMessageText(bool shows);
    [[nodiscard]] bool doNotDisturb() const;
    void setDoNotDisturb(bool on);
    [[nodiscard]] bool closeToTray() const;
    void setCloseToTray(bool closes);
    [[nodiscard]] bool sounds() const;
    void setSounds(bool on);

    /// The name somebody has given themselves last; empty: none yet.
    [[nodiscard]] QString myName() const;
    void setMyName(const QString &name);
    /// What the chat hosted here is called; empty: none was hosted yet.
    [[nodiscard]] QString hostedName() const;
    void setHostedName(const QString &name);
    /// Emoji used last, latest first.
    [[nodiscard]] QStringList recentEmoji() const;
    void setRecentEmoji(const QStringList &emoji);

Q_SIGNALS:
    void themeChanged();
    void textScaleChanged();
    void compactChanged();
    void languageChanged();
    void enterSendsChanged();
    void notificationsChanged();
    void showMessageTextChanged();
    void doNotDisturbChanged();
    void closeToTrayChanged();
    void soundsChanged();

private:
    /// Keeps the value; false if it was that already.
    bool keep(const QString &key, const QVariant &value, const QVariant &current);
    [[nodiscard]] bool flag(const QString &key, bool byDefault) const;

    QSettings m_settings;
};

} // namespace viewmodels
