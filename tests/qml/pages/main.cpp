#include "rowsmodel.h"

#include "iconimageprovider.h"
#include "qrimageprovider.h"

#include <QQmlContext>
#include <QQmlEngine>
#include <QtQuickTest/quicktest.h>

// What the pages find in the program, for their tests: the modules of qml/ as they are in the source tree, with doubles
// in place of the view-models.
class ProgramAround : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        qmlRegisterType<RowsModel>("Confab.Tests", 1, 0, "RowsModel");
        engine->addImportPath(QStringLiteral(CONFAB_TEST_IMPORTS));
        engine->rootContext()->setContextProperty(QStringLiteral("imports"),
                                                  QUrl::fromLocalFile(QStringLiteral(CONFAB_TEST_IMPORTS)));
        engine->addImageProvider(QStringLiteral("icon"), new app::IconImageProvider);
        engine->addImageProvider(QStringLiteral("qr"), new app::QrImageProvider);
    }
};

QUICK_TEST_MAIN_WITH_SETUP(pages, ProgramAround)

#include "main.moc"
