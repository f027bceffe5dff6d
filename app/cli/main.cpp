#include "cli/commandfactory.h"
#include "cli/commandline.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    // The program says itself what there is to say about the connection.
    QLoggingCategory::setFilterRules(QStringLiteral("chat.connection.info=false"));

    const auto options = cli::parseCommandLine(app.arguments(), QProcessEnvironment::systemEnvironment());
    if (!options) {
        const bool isHelp = options.error().isHelp;
        std::fputs(options.error().text.toUtf8().constData(), isHelp ? stdout : stderr);
        return int(isHelp ? cli::ExitCode::Done : cli::ExitCode::WrongUsage);
    }

    cli::Output output(options->isJson ? cli::Output::Format::Json : cli::Output::Format::Text);
    const auto command = cli::makeCommand(*options, output);
    QObject::connect(
        command.get(), &cli::Command::finished, &app, [](cli::ExitCode code) { QCoreApplication::exit(int(code)); },
        Qt::QueuedConnection);
    command->start();
    return app.exec();
}
