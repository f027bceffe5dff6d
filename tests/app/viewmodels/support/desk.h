#pragma once

#include "support/house.h"
#include "support/recordingnotifier.h"

#include "viewmodels/appviewmodel.h"

#include "platform/keystore.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// A person at a computer with the program, which can be quit and started again.
class Desk final
{
public:
    explicit Desk(const QString &name, const hosting::DiscoveryOptions &discovery = quietDiscovery());
    ~Desk();

    void start();
    void quit();
    /// Joins by address, and waits until everything is there. False when that fails.
    [[nodiscard]] bool join(const QString &address);
    [[nodiscard]] bool join(House &house) { return join(house.address().toString()); }
    [[nodiscard]] bool waitUntilUpToDate();

    [[nodiscard]] viewmodels::AppViewModel &app() { return *m_app; }
    [[nodiscard]] viewmodels::ChatViewModel &chat() { return *m_app->chat(); }
    [[nodiscard]] viewmodels::RoomViewModel &room() { return *m_app->chat()->room(); }
    [[nodiscard]] models::TimelineModel &timeline() { return *room().timeline(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// Types it and sends it.
    void say(const QString &text);
    /// The text of a row of the open room; empty if there is no such row.
    [[nodiscard]] QString text(int row);
    [[nodiscard]] bool isSent();

    RecordingNotifier notifier;

    /// Where nobody is found.
    [[nodiscard]] static hosting::DiscoveryOptions quietDiscovery();

private:
    const QString m_name;
    const hosting::DiscoveryOptions m_discovery;
    QTemporaryDir m_folder;
    std::unique_ptr<platform::KeyStore> m_keys;
    std::unique_ptr<viewmodels::AppViewModel> m_app;
};
