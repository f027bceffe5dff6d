// confab: the chat as a window.

#include "program.h"
#include "startoptions.h"

#include <QApplication>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <vector>

namespace {

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2 };

void print(const QString &text, FILE *stream)
{
    std::fputs(text.toUtf8().constData(), stream);
}

/// Help is there for those without a display, too.
bool needsNoDisplay(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument = argv[i];
        if (argument == "--help" || argument == "-h" || argument == "--help-all" || argument == "--version"
            || argument == "-v")
            return true;
    }
    return false;
}

struct Arguments
{
    std::vector<char *> forQt; ///< null at the end; what Qt leaves is ours, too
    QStringList ours;
};

/// On X11 Qt would take `--name` for the name of the window.
Arguments separate(int argc, char *argv[])
{
    Arguments arguments;
    for (int i = 0; i < argc; ++i) {
        const QByteArray argument = argv[i];
        if (argument != "--name" && !argument.startsWith("--name=")) {
            arguments.forQt.push_back(argv[i]);
            continue;
        }
        arguments.ours.append(QString::fromLocal8Bit(argument));
        if (argument == "--name" && i + 1 < argc)
            arguments.ours.append(QString::fromLocal8Bit(argv[++i]));
    }
    arguments.forQt.push_back(nullptr);
    return arguments;
}

int explain(const app::NoStart &reason)
{
    print(reason.text, reason.isAsked ? stdout : stderr);
    return reason.isAsked ? Done : WrongUsage;
}

/// For nobody but its owner.
bool makeFolder(const QString &path)
{
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    return QDir(path).exists() || (QDir().mkpath(path) && QFile::setPermissions(path, ownerOnly));
}

int run(const app::StartOptions &options)
{
    if (!makeFolder(options.dataFolder)) {
        print(QStringLiteral("The folder %1 cannot be made.\n").arg(options.dataFolder), stderr);
        return Failed;
    }
    platform::SingleInstance instance(options.dataFolder);
    switch (instance.begin(app::linkToOpen(options))) {
    case platform::SingleInstance::Outcome::First:
        break;
    case platform::SingleInstance::Outcome::HandedOver:
        return Done;
    case platform::SingleInstance::Outcome::NotAnswering:
        print(QStringLiteral("Confab is running already, but does not answer.\n"), stderr);
        return Failed;
    case platform::SingleInstance::Outcome::Failed:
        print(QStringLiteral("The folder %1 cannot be used.\n").arg(options.dataFolder), stderr);
        return Failed;
    }
    app::Program program(options, instance);
    return program.start() ? QApplication::exec() : int(Failed);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("confab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CONFAB_VERSION));
    if (needsNoDisplay(argc, argv)) {
        const QCoreApplication application(argc, argv);
        const auto options = app::readStartOptions(application.arguments());
        if (const auto *reason = std::get_if<app::NoStart>(&options))
            return explain(*reason);
    }
    QGuiApplication::setDesktopFileName(QStringLiteral("confab"));
    Arguments arguments = separate(argc, argv);
    int countForQt = int(arguments.forQt.size()) - 1;
    // With widgets, because the icon in the tray has a menu that is one.
    const QApplication application(countForQt, arguments.forQt.data());
    const auto options = app::readStartOptions(application.arguments() + arguments.ours);
    if (const auto *reason = std::get_if<app::NoStart>(&options))
        return explain(*reason);
    return run(*std::get_if<app::StartOptions>(&options));
}
