#include "qrimageprovider.h"

#include <qrcodegen/qrcodegen.hpp>

#include <QUrl>

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace app {

namespace {

constexpr int quietModules = 4; // on each side, as the standard asks
constexpr int usualPixelsPerModule = 8;
constexpr long utf8Designator = 26;
constexpr int maxSide = 4096; // pixels

bool isAscii(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

std::optional<qrcodegen::QrCode> encode(const QByteArray &text)
{
    using qrcodegen::QrCode;
    using qrcodegen::QrSegment;
    auto segments = QrSegment::makeSegments(text.constData());
    if (!isAscii(text)) // otherwise readers guess
        segments.insert(segments.begin(), QrSegment::makeEci(utf8Designator));
    try {
        return QrCode::encodeSegments(segments, QrCode::Ecc::MEDIUM);
    } catch (const std::length_error &) {
        return std::nullopt;
    }
}

int pixelsPerModule(int modules, const QSize &requestedSize)
{
    const int side = std::max(requestedSize.width(), requestedSize.height());
    return side > 0 ? std::max(1, std::min(side, maxSide) / modules) : usualPixelsPerModule;
}

} // namespace

QrImageProvider::QrImageProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}

QImage QrImageProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const auto code = encode(QUrl::fromPercentEncoding(id.toUtf8()).toUtf8());
    if (!code)
        return {};
    const int modules = code->getSize() + 2 * quietModules;
    QImage small(modules, modules, QImage::Format_Mono);
    small.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    small.fill(0);
    for (int y = 0; y < code->getSize(); ++y) {
        for (int x = 0; x < code->getSize(); ++x)
            small.setPixel(x + quietModules, y + quietModules, code->getModule(x, y) ? 1 : 0);
    }
    const int side = modules * pixelsPerModule(modules, requestedSize);
    if (size)
        *size = QSize(side, side);
    return small.scaled(side, side).convertToFormat(QImage::Format_RGB32);
}

} // namespace app
