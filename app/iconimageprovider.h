#pragma once

#include <QQuickImageProvider>

namespace app {

/// The program's own icons as `image://icon/NAME/COLOR`, such as `image://icon/send/ff3b82f6`: resources/icons/NAME.svg
/// with its current colour replaced by one in hexadecimal digits, RRGGBB or AARRGGBB.
/// Thread: UI.
class IconImageProvider final : public QQuickImageProvider
{
public:
    IconImageProvider();

    /// A null image when there is no such icon or colour.
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace app
