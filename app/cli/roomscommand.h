#pragma once

#include "cli/command.h"

#include <QSet>

namespace cli {

/// `rooms`: lists the rooms we are in, then the others that we may know of.
/// Thread: the main thread.
class RoomsCommand final : public Command
{
    Q_OBJECT

public:
    RoomsCommand(const Options &options, Output &output);

private:
    void run() override;
    void readPage(const QCborValue &cursor);
    void handlePage(const QCborMap &page);

    QSet<QString> m_printed; ///< ids
};

} // namespace cli
