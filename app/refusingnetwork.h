#pragma once

#include <QQmlNetworkAccessManagerFactory>

namespace app {

/// Gives the QML engine a network that refuses every request: nothing that others write may make this program fetch
/// anything. Local files are refused as well; what the program carries inside does not come this way.
/// Thread: any.
class RefusingNetwork final : public QQmlNetworkAccessManagerFactory
{
public:
    QNetworkAccessManager *create(QObject *parent) override;
};

} // namespace app
