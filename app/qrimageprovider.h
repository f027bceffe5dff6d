#pragma once

#include <QQuickImageProvider>

namespace app {

/// Any text as a QR code: `image://qr/TEXT`, percent-encoded. Black on white with the quiet zone that readers need.
/// Thread: UI.
class QrImageProvider final : public QQuickImageProvider
{
public:
    QrImageProvider();

    /// The largest image of whole pixels a module that fits into @p requestedSize, at least one pixel each. A null
    /// image when the text is too long for a QR code, which is beyond 2,000 bytes or so.
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace app
