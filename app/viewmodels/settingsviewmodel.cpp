#include "viewmodels/settingsviewmodel.h"

#include <QStringList>

#include <algorithm>

namespace viewmodels {

namespace {

constexpr QLatin1String themeKey("appearance/theme");
constexpr QLatin1String textScaleKey("appearance/textScale");
constexpr QLatin1String compactKey("appearance/compact");
constexpr QLatin1String languageKey("appearance/language");
constexpr QLatin1String enterSendsKey("writing/enterSends");
constexpr QLatin1String recentEmojiKey("writing/recentEmoji");
constexpr QLatin1String notificationsKey("notifications/level");
constexpr QLatin1String showMessageTextKey("notifications/showMessageText");
constexpr QLatin1String doNotDisturbKey("notifications/doNotDisturb");
constexpr QLatin1String soundsKey("notifications/sounds");
constexpr QLatin1String closeToTrayKey("window/closeToTray");
constexpr QLatin1String myNameKey("person/name");
constexpr QLatin1String hostedNameKey("hosting/name");

/// What a file says that somebody may have edited: a number from 0 to @p last, otherwise @p byDefault.
int choice(const QVariant &value, int last, int byDefault)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= 0 && number <= last ? number : byDefault;
}

} // namespace

SettingsViewModel::SettingsViewModel(const QString &file, QObject *parent)
    : QObject(parent), m_settings(file, QSettings::IniFormat)
{
}

bool SettingsViewModel::keep(const QString &key, const QVariant &value, const QVariant &current)
{
    if (value == current)
        return false;
    m_settings.setValue(key, value);
    return true;
}

bool SettingsViewModel::flag(const QString &key, bool byDefault) const
{
    return m_settings.value(key, byDefault).toBool();
}

SettingsViewModel::Theme SettingsViewModel::theme() const
{
    return static_cast<Theme>(choice(m_settings.value(themeKey), static_cast<int>(Theme::Dark), 0));
}

void SettingsViewModel::setTheme(Theme chosen)
{
    if (keep(themeKey, static_cast<int>(chosen), static_cast<int>(theme())))
        Q_EMIT themeChanged();
}

double SettingsViewModel::textScale() const
{
    return std::clamp(m_settings.value(textScaleKey, 1.0).toDouble(), minimumTextScale, maximumTextScale);
}

void SettingsViewModel::setTextScale(double scale)
{
    if (keep(textScaleKey, std::clamp(scale, minimumTextScale, maximumTextScale), textScale()))
        Q_EMIT textScaleChanged();
}

bool SettingsViewModel::isCompact() const
{
    return flag(compactKey, false);
}

void SettingsViewModel::setCompact(bool isChosen)
{
    if (keep(compactKey, isChosen, isCompact()))
        Q_EMIT compactChanged();
}

QString SettingsViewModel::language() const
{
    return m_settings.value(languageKey).toString();
}

void SettingsViewModel::setLanguage(const QString &chosen)
{
    if (keep(languageKey, chosen, language()))
        Q_EMIT languageChanged();
}

bool SettingsViewModel::enterSends() const
{
    return flag(enterSendsKey, true);
}

void SettingsViewModel::setEnterSends(bool sends)
{
    if (keep(enterSendsKey, sends, enterSends()))
        Q_EMIT enterSendsChanged();
}

SettingsViewModel::Notifications SettingsViewModel::notifications() const
{
    return static_cast<Notifications>(choice(m_settings.value(notificationsKey),
                                             static_cast<int>(Notifications::Nothing),
                                             static_cast<int>(Notifications::Mentions)));
}

void SettingsViewModel::setNotifications(Notifications chosen)
{
    if (keep(notificationsKey, static_cast<int>(chosen), static_cast<int>(notifications())))
        Q_EMIT notificationsChanged();
}

bool SettingsViewModel::showMessageText() const
{
    return flag(showMessageTextKey, true);
}

void SettingsViewModel::setShowMessageText(bool shows)
{
    if (keep(showMessageTextKey, shows, showMessageText()))
        Q_EMIT showMessageTextChanged();
}

bool SettingsViewModel::doNotDisturb() const
{
    return flag(doNotDisturbKey, false);
}

void SettingsViewModel::setDoNotDisturb(bool on)
{
    if (keep(doNotDisturbKey, on, doNotDisturb()))
        Q_EMIT doNotDisturbChanged();
}

bool SettingsViewModel::closeToTray() const
{
    return flag(closeToTrayKey, false);
}

void SettingsViewModel::setCloseToTray(bool closes)
{
    if (keep(closeToTrayKey, closes, closeToTray()))
        Q_EMIT closeToTrayChanged();
}

bool SettingsViewModel::sounds() const
{
    return flag(soundsKey, true);
}

void SettingsViewModel::setSounds(bool on)
{
    if (keep(soundsKey, on, sounds()))
        Q_EMIT soundsChanged();
}

QString SettingsViewModel::myName() const
{
    return m_settings.value(myNameKey).toString();
}

void SettingsViewModel::setMyName(const QString &name)
{
    m_settings.setValue(myNameKey, name);
}

QString SettingsViewModel::hostedName() const
{
    return m_settings.value(hostedNameKey).toString();
}

void SettingsViewModel::setHostedName(const QString &name)
{
    m_settings.setValue(hostedNameKey, name);
}

QStringList SettingsViewModel::recentEmoji() const
{
    return m_settings.value(recentEmojiKey).toStringList();
}

void SettingsViewModel::setRecentEmoji(const QStringList &emoji)
{
    m_settings.setValue(recentEmojiKey, emoji);
}

} // namespace viewmodels
