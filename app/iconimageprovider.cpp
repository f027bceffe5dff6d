#include "iconimageprovider.h"

#include <QColor>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>

namespace app {

namespace {

constexpr QSize usualSize(24, 24);
constexpr int maxSide = 1024; // pixels

bool isName(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

QByteArray drawing(const QString &name)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return isName(name) && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

IconImageProvider::IconImageProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}

QImage IconImageProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QStringList parts = id.split(u'/');
    const QColor color(u'#' + parts.value(1));
    QByteArray svg = drawing(parts[0]);
    if (svg.isEmpty() || !color.isValid())
        return {};
    // SVG knows no alpha in a colour; it is taken from the whole icon below.
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);

    const QSize wanted(requestedSize.width() > 0 ? requestedSize.width() : usualSize.width(),
                       requestedSize.height() > 0 ? requestedSize.height() : usualSize.height());
    QImage image(wanted.boundedTo({maxSide, maxSide}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    painter.fillRect(image.rect(), QColor(0, 0, 0, color.alpha()));
    if (size)
        *size = image.size();
    return image;
}

} // namespace app
