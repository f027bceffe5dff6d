#include "iconimageprovider.h"

#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QQmlEngine>
#include <QQuickView>
#include <QTest>

#include <cstdio>

namespace {

struct Look
{
    QString name;
    int mode; // as Theme.Mode
    bool rightToLeft;
};

// Draws one page in one look; false if it cannot.
bool drawPage(const QString &page, const Look &look, const QString &folder)
{
    QQuickView view;
    view.engine()->addImageProvider(QStringLiteral("icon"), new app::IconImageProvider);
    view.setInitialProperties({{QStringLiteral("mode"), look.mode}, {QStringLiteral("rightToLeft"), look.rightToLeft}});
    view.setSource(QUrl::fromLocalFile(QStringLiteral(GALLERY_FOLDER "/%1.qml").arg(page)));
    view.show();
    if (view.status() != QQuickView::Ready || !QTest::qWaitForWindowExposed(&view))
        return false;
    // Until what comes up by itself (popups, what is scrolled to) is there.
    QTest::qWait(400);
    const QString scale = view.devicePixelRatio() > 1 ? QStringLiteral("@%1x").arg(view.devicePixelRatio()) : QString();
    return view.grabWindow().save(
        QDir(folder).filePath(QStringLiteral("%1-%2%3.png").arg(page.toLower(), look.name, scale)));
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: gallery FOLDER [PAGE...]\n", stderr);
        return 2;
    }
    QStringList pages = arguments.mid(2);
    if (pages.isEmpty())
        pages = {QStringLiteral("Controls"), QStringLiteral("Popups"), QStringLiteral("Messages"),
                 QStringLiteral("Rooms"), QStringLiteral("Input")};
    const QList<Look> looks{
        {QStringLiteral("light"), 1, false}, {QStringLiteral("dark"), 2, false}, {QStringLiteral("rtl"), 1, true}};

    QDir().mkpath(arguments[1]);
    for (const QString &page : pages) {
        for (const Look &look : looks) {
            if (!drawPage(page, look, arguments[1])) {
                std::fprintf(stderr, "gallery: cannot draw %s\n", qPrintable(page));
                return 1;
            }
        }
    }
    return 0;
}
