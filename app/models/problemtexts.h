#pragma once

#include "session/requesterror.h"

#include <QCoreApplication>
#include <QString>

namespace models {

/// Why something did not work, as a sentence in the language of the program.
/// Thread: any.
class ProblemTexts final
{
    Q_DECLARE_TR_FUNCTIONS(models::ProblemTexts)

public:
    /// By the error's code; in the server's words where the code is not known here.
    [[nodiscard]] static QString text(const session::RequestError &error);

private:
    [[nodiscard]] static QString aboutOneself(const QString &code);
    [[nodiscard]] static QString aboutTheServer(const QString &code);
    [[nodiscard]] static QString withPause(const session::RequestError &error);
};

} // namespace models
