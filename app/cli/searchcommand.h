#pragma once

#include "cli/command.h"

#include <QString>

namespace cli {

/// `search`: finds messages, in all rooms or in one.
/// Thread: the main thread.
class SearchCommand final : public Command
{
    Q_OBJECT

public:
    SearchCommand(const Options &options, Output &output);

private:
    void run() override;
    void readPage(const QCborValue &cursor);
    void handlePage(const QCborMap &page);
    [[nodiscard]] QString roomName(const QString &id);

    QString m_roomId; ///< empty for all
    int m_found = 0;
};

} // namespace cli
