#include "platform/badgedicon.h"

#include <QPainter>
#include <QPixmap>

namespace platform {

namespace {

constexpr int largestCount = 99;
constexpr int sizes[] = {16, 22, 24, 32, 48, 64};
constexpr QRgb badgeColor = 0xffd93a3a;

void paintBadge(QPixmap &pixmap, const QString &text)
{
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal height = pixmap.height() * 0.6;
    QFont font = painter.font();
    font.setPixelSize(qMax(7, qRound(height * 0.8)));
    font.setBold(true);
    painter.setFont(font);
    const qreal textWidth = painter.fontMetrics().horizontalAdvance(text) + height * 0.4;
    const qreal width = qBound(height, textWidth, qreal(pixmap.width()));
    const QRectF badge(pixmap.width() - width, pixmap.height() - height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(badgeColor));
    painter.drawRoundedRect(badge, height / 2, height / 2);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace

QIcon badgedIcon(const QIcon &icon, int count)
{
    if (count <= 0)
        return icon;
    const QString text = count > largestCount ? QString::number(largestCount) + u'+' : QString::number(count);
    QIcon badged;
    for (const int size : sizes) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter(&pixmap).drawPixmap(0, 0, icon.pixmap(QSize(size, size), 1.0));
        paintBadge(pixmap, text);
        badged.addPixmap(pixmap);
    }
    return badged;
}

} // namespace platform
