#include "iconimageprovider.h"

#include <QQmlEngine>
#include <QtQuickTest/quicktest.h>

// What the components find in the program, for their tests.
class ProgramAround : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImageProvider(QStringLiteral("icon"), new app::IconImageProvider);
    }
};

QUICK_TEST_MAIN_WITH_SETUP(qml, ProgramAround)

#include "main.moc"
