#pragma once

#include <QString>
#include <QStringList>

#include <variant>

namespace app {

/// What the command line asks for.
/// Thread: any (a value type).
struct StartOptions
{
    bool hosts = false; ///< begin with hosting a chat
    QString join; ///< an address to join; may be empty
    QString name; ///< what one is called from now on; empty: as before
    QString dataFolder; ///< absolute
    QString link; ///< a confab:// link to follow; may be empty
};

/// Why there is nothing to start: what to print, and whether it was asked for.
struct NoStart
{
    QString text;
    bool isAsked = false;
};

/// Reads the program's arguments, the first of which is the program itself. Those that Qt itself understands have been
/// taken out.
[[nodiscard]] std::variant<StartOptions, NoStart> readStartOptions(const QStringList &arguments);

/// The confab:// link to what the options want to be opened; empty when that is nothing in particular.
[[nodiscard]] QString linkToOpen(const StartOptions &options);

} // namespace app
