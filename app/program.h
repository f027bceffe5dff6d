#pragma once

#include "languages.h"
#include "mainwindow.h"
#include "startoptions.h"

#include "viewmodels/appviewmodel.h"

#include "platform/keystore.h"
#include "platform/notifier.h"
#include "platform/singleinstance.h"
#include "platform/systemcolorscheme.h"
#include "platform/terminationsignals.h"
#include "platform/trayicon.h"

#include <QObject>

#include <memory>

namespace app {

/// All of `confab`, put together. What takes time and is not seen at once is made after the first frame.
/// Thread: UI.
class Program final : public QObject
{
    Q_OBJECT

public:
    /// The folder of the options is there, and @p instance has it.
    Program(StartOptions options, platform::SingleInstance &instance);
    ~Program() override;

    /// Shows the window and begins with what the options ask for. False when there can be no window.
    [[nodiscard]] bool start();

private:
    void chooseBeginning();
    void followColors();
    void followLanguage();
    void finishStart();
    void makeTray();
    void handleWindowVisible();
    void handleQuit();
    void handleHandedOver(const QString &link);

    const StartOptions m_options;
    platform::TerminationSignals m_terminations;
    // In the order in which they need each other.
    Languages m_languages;
    platform::KeyStore m_keys;
    const std::unique_ptr<platform::Notifier> m_notifier;
    viewmodels::AppViewModel m_model;
    platform::SystemColorScheme m_colors;
    MainWindow m_window;
    std::unique_ptr<platform::TrayIcon> m_tray; ///< null until the window is shown
};

} // namespace app
