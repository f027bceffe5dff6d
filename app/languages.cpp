#include "languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace app {

namespace {

QString ourFile(const QString &code)
{
    return QStringLiteral(":/translations/confab_%1.qm").arg(code);
}

/// The language as it is used where the system is: English in Germany writes dates as people there do.
QLocale localeOf(const QString &language)
{
    const QLocale::Language spoken = QLocale(language).language();
    const QLocale here(spoken, QLocale::system().territory());
    return here.language() == spoken ? here : QLocale(language);
}

} // namespace

Languages::Languages() = default;
Languages::~Languages() = default;

void Languages::use(const QString &language)
{
    m_translators.clear();
    // What is asked last is asked first; English has to do with one and many only.
    install(ourFile(QStringLiteral("en")));
    const QLocale locale = language.isEmpty() ? QLocale::system() : localeOf(language);
    QLocale::setDefault(locale); // of names of days and of how dates are written
    const QString code = locale.name().section(u'_', 0, 0);
    if (code == QStringLiteral("en") || !install(ourFile(code)))
        return;
    install(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_%1.qm").arg(code));
}

bool Languages::install(const QString &file)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file) || !QCoreApplication::installTranslator(translator.get()))
        return false;
    m_translators.push_back(std::move(translator));
    return true;
}

} // namespace app
