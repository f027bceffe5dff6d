#include "support/desk.h"

#include "localdiscovery.h"
#include "modelvalues.h"
#include "support/person.h"

using viewmodels::AppViewModel;

Desk::Desk(const QString &name, const hosting::DiscoveryOptions &discovery) : m_name(name), m_discovery(discovery)
{
    start();
}

Desk::~Desk() = default;

hosting::DiscoveryOptions Desk::quietDiscovery()
{
    return localDiscovery();
}

void Desk::start()
{
    m_keys = std::make_unique<platform::KeyStore>(m_folder.path(), platform::KeyStore::Place::File);
    viewmodels::AppServices services{m_folder.path(), *m_keys, notifier};
    services.discovery = m_discovery;
    services.client = quickOptions();
    services.hostPort = 0;
    services.hostsOnNetwork = false;
    m_app = std::make_unique<AppViewModel>(services);
    m_app->setMyName(m_name);
    m_app->setWindowActive(true);
    m_app->begin();
    m_app->goOnline();
}

void Desk::quit()
{
    m_app.reset();
    m_keys.reset();
}

bool Desk::join(const QString &address)
{
    m_app->showJoin();
    m_app->join()->setAddressText(address);
    m_app->join()->joinAddress();
    const bool isIn = QTest::qWaitFor([this] { return m_app->page() == AppViewModel::Page::Chat; }, 10'000);
    return isIn && waitUntilUpToDate();
}

bool Desk::waitUntilUpToDate()
{
    return QTest::qWaitFor(
        [this] {
            return m_app->chat() != nullptr && chat().session().client().isUpToDate() && chat().room() != nullptr
                && !room().isLoading();
        },
        10'000);
}

void Desk::say(const QString &text)
{
    room().composer()->setText(text);
    room().composer()->send();
}

QString Desk::text(int row)
{
    return row < timeline().count() ? valueAt(timeline(), row, "plainText").toString() : QString();
}

bool Desk::isSent()
{
    return QTest::qWaitFor([this] { return chat().session().client().outbox().count() == 0; }, 10'000);
}
