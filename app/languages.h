#pragma once

#include <QString>

#include <memory>
#include <vector>

class QTranslator;

namespace app {

/// The language of the interface, and of the days and dates in it.
/// Thread: UI.
class Languages final
{
public:
    Languages();
    /// Back to English.
    ~Languages();
    Q_DISABLE_COPY_MOVE(Languages)

    /// @p language: such as `de`; empty for the one of the system. One that there is no translation for is English.
    void use(const QString &language);

private:
    bool install(const QString &file);

    std::vector<std::unique_ptr<QTranslator>> m_translators; ///< that are in use
};

} // namespace app
