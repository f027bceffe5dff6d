#include "program.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QSettings>
#include <QTimer>

namespace app {

namespace {

using Scheme = platform::SystemColorScheme::Scheme;

constexpr std::chrono::seconds mostPatience{2};
const QString darkKey = QStringLiteral("dark");

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/appicon/confab.svg"));
}

QString windowFile(const StartOptions &options)
{
    return QDir(options.dataFolder).filePath(QStringLiteral("window.ini"));
}

std::optional<Scheme> rememberedScheme(const StartOptions &options)
{
    const QVariant isDark = QSettings(windowFile(options), QSettings::IniFormat).value(darkKey);
    if (!isDark.isValid())
        return std::nullopt;
    return isDark.toBool() ? Scheme::Dark : Scheme::Light;
}

} // namespace

Program::Program(StartOptions options, platform::SingleInstance &instance)
    : m_options(std::move(options)), m_keys(m_options.dataFolder), m_notifier(platform::makeNotifier()),
      m_model(viewmodels::AppServices{m_options.dataFolder, m_keys, *m_notifier}),
      m_colors(rememberedScheme(m_options)), m_window(m_model, windowFile(m_options))
{
    connect(&instance, &platform::SingleInstance::handedOver, this, &Program::handleHandedOver);
    connect(&m_terminations, &platform::TerminationSignals::terminationRequested, &m_model,
            &viewmodels::AppViewModel::closeAnyway);
    connect(&m_model, &viewmodels::AppViewModel::windowVisibleChanged, this, &Program::handleWindowVisible);
    connect(&m_window, &MainWindow::firstFrameShown, this, &Program::finishStart);
    connect(&m_colors, &platform::SystemColorScheme::changed, this, &Program::followColors);
    connect(m_model.settings(), &viewmodels::SettingsViewModel::languageChanged, this, &Program::followLanguage);
}

Program::~Program() = default;

bool Program::start()
{
    m_languages.use(m_model.settings()->language());
    if (!m_options.name.isEmpty())
        m_model.setMyName(m_options.name);
    m_model.begin();
    chooseBeginning();
    followColors();
    // A window that is covered may never have a frame.
    QTimer::singleShot(mostPatience, &m_model, &viewmodels::AppViewModel::goOnline);
    return m_window.show();
}

void Program::chooseBeginning()
{
    const QString link = linkToOpen(m_options);
    if (m_options.hosts)
        m_model.hostChat();
    else if (!link.isEmpty())
        m_model.handleLink(link);
}

void Program::followColors()
{
    const bool isDark = m_colors.scheme() == Scheme::Dark;
    m_window.setSystemDark(isDark);
    QSettings(windowFile(m_options), QSettings::IniFormat).setValue(darkKey, isDark);
}

void Program::followLanguage()
{
    m_languages.use(m_model.settings()->language());
    m_window.retranslate();
}

void Program::finishStart()
{
    m_model.goOnline();
    QGuiApplication::setWindowIcon(applicationIcon());
    makeTray();
}

void Program::makeTray()
{
    if (!platform::TrayIcon::isAvailable())
        return;
    using platform::TrayIcon;
    using viewmodels::AppViewModel;
    using viewmodels::SettingsViewModel;
    m_tray = std::make_unique<TrayIcon>(applicationIcon());
    auto *settings = m_model.settings();
    m_tray->setUnread(m_model.unread());
    m_tray->setDoNotDisturb(settings->doNotDisturb());
    connect(&m_model, &AppViewModel::unreadChanged, m_tray.get(), [this] { m_tray->setUnread(m_model.unread()); });
    connect(settings, &SettingsViewModel::doNotDisturbChanged, m_tray.get(),
            [this, settings] { m_tray->setDoNotDisturb(settings->doNotDisturb()); });
    connect(m_tray.get(), &TrayIcon::doNotDisturbToggled, settings, &SettingsViewModel::setDoNotDisturb);
    connect(m_tray.get(), &TrayIcon::activated, &m_model, &AppViewModel::raiseWindow);
    connect(m_tray.get(), &TrayIcon::quitRequested, this, &Program::handleQuit);
    m_tray->show();
}

void Program::handleWindowVisible()
{
    // Where there is no tray to come back from, hiding the window would be losing it.
    if (!m_model.windowVisible() && !(m_tray && m_tray->isVisible() && platform::TrayIcon::isAvailable()))
        handleQuit();
}

void Program::handleQuit()
{
    if (m_model.quitWanted())
        QCoreApplication::quit();
    else
        m_model.raiseWindow(); // which asks
}

void Program::handleHandedOver(const QString &link)
{
    m_model.raiseWindow();
    if (!link.isEmpty())
        m_model.handleLink(link);
}

} // namespace app
