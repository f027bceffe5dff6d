#include "mainwindow.h"

#include "iconimageprovider.h"
#include "logging.h"
#include "qrimageprovider.h"

#include "viewmodels/appviewmodel.h"

#include <QCoreApplication>
#include <QQmlComponent>
#include <QQuickWindow>

namespace app {

namespace {

const QUrl mainFile(QStringLiteral("qrc:/qt-project.org/imports/Confab/Main.qml"));

} // namespace

MainWindow::MainWindow(viewmodels::AppViewModel &appModel, const QString &placementFile, QObject *parent)
    : QObject(parent), m_appModel(appModel), m_placement(placementFile)
{
    m_engine.setNetworkAccessManagerFactory(&m_network);
    m_engine.addImageProvider(QStringLiteral("icon"), new IconImageProvider); // the engine's from here on
    m_engine.addImageProvider(QStringLiteral("qr"), new QrImageProvider);
    connect(&m_engine, &QQmlEngine::quit, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

MainWindow::~MainWindow()
{
    if (m_window)
        m_placement.remember(*m_window);
}

bool MainWindow::show()
{
    QQmlComponent component(&m_engine, mainFile);
    QVariantMap properties = m_placement.initialProperties();
    properties.insert(QStringLiteral("app"), QVariant::fromValue(&m_appModel));
    properties.insert(QStringLiteral("systemDark"), m_isSystemDark);
    std::unique_ptr<QObject> object(component.createWithInitialProperties(properties));
    m_window.reset(qobject_cast<QQuickWindow *>(object.get()));
    if (!m_window) {
        qCCritical(lcApp, "the window cannot be made: %s", qUtf8Printable(component.errorString()));
        return false;
    }
    [[maybe_unused]] const auto *window = object.release();
    // Where rendering has a thread of its own, the signal comes from there.
    connect(m_window.get(), &QQuickWindow::frameSwapped, this, &MainWindow::firstFrameShown,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    return true;
}

void MainWindow::setSystemDark(bool isDark)
{
    m_isSystemDark = isDark;
    if (m_window)
        m_window->setProperty("systemDark", isDark);
}

} // namespace app
