#include "node/helptext.h"

#include "node/datafolder.h"
#include "node/limittable.h"
#include "node/settingtable.h"

namespace node {

namespace {

QString row(const QString &name, const QString &defaultText, const QString &description)
{
    return QStringLiteral("  %1 %2 [%3]\n").arg(name, -34).arg(description, defaultText);
}

QString settingRows()
{
    QString rows;
    for (const Setting &setting : settingTable()) {
        const QString flag = QStringLiteral("--%1 %2").arg(QLatin1String(setting.name), QLatin1String(setting.value));
        const QString defaultText
            = qstrcmp(setting.name, "data") == 0 ? defaultDataFolder() : QString::fromLatin1(setting.defaultText);
        rows += row(flag, defaultText, QString::fromLatin1(setting.description));
    }
    return rows;
}

QString limitRows()
{
    QString rows;
    const ServerConfig defaults;
    for (const Limit &limit : limitTable())
        rows
            += row(QString::fromLatin1(limit.name), limitText(limit, defaults), QString::fromLatin1(limit.description));
    return rows;
}

} // namespace

QString helpText()
{
    return QStringLiteral("Usage: confabd [FLAG]...               runs the server until SIGTERM or Ctrl+C\n"
                          "       confabd backup FILE [FLAG]...   copies everything into FILE, also while it runs\n"
                          "       confabd check [FLAG]...         says whether what is stored is sound\n"
                          "       confabd restore FILE [FLAG]...  puts back what `backup` has copied\n"
                          "\n"
                          "Flags, with their defaults in brackets:\n")
        + settingRows()
        + row(QStringLiteral("--config FILE"), QStringLiteral("none"),
              QStringLiteral("TOML file to read settings from"))
        + row(QStringLiteral("--limit NAME=VALUE"), QStringLiteral("see below"), QStringLiteral("sets one limit"))
        + QStringLiteral(
               "  --help, --version\n"
               "\n"
               "Every flag can also be an environment variable (--log-level: CONFAB_LOG_LEVEL, --limit maxRooms=9:\n"
               "CONFAB_LIMIT_MAX_ROOMS=9) and a line of the file (log-level = \"info\"; limits in the section "
               "[limits]).\n"
               "Flags win over the environment, and the environment wins over the file.\n"
               "\n"
               "Limits; names in Ms are milliseconds, a rate of 0 is no limit:\n")
        + limitRows();
}

} // namespace node
