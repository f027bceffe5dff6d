#include "models/timetexts.h"

namespace models {

namespace {

QDateTime localTime(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs);
}

/// The C locale writes times for programs, with seconds. A system may have that for times alone, so its language does
/// not tell.
QLocale forPeople(const QLocale &locale)
{
    const bool isForPrograms = locale.timeFormat(QLocale::ShortFormat).contains(QLatin1String("ss"));
    return isForPrograms ? QLocale(QLocale::English, QLocale::UnitedKingdom) : locale;
}

} // namespace

TimeTexts::TimeTexts(const QLocale &locale, qint64 now) : m_locale(forPeople(locale)), m_now(localTime(now)) {}

QString TimeTexts::messageTime(qint64 at) const
{
    const QDateTime time = localTime(at);
    if (isToday(time))
        return m_locale.toString(time.time(), QLocale::ShortFormat);
    return m_locale.toString(time, QLocale::ShortFormat);
}

QString TimeTexts::listTime(qint64 at) const
{
    const QDateTime time = localTime(at);
    if (isToday(time))
        return m_locale.toString(time.time(), QLocale::ShortFormat);
    if (isYesterday(time))
        return tr("Yesterday");
    return m_locale.toString(time.date(), QLocale::ShortFormat);
}

QString TimeTexts::full(qint64 at) const
{
    return m_locale.toString(localTime(at), QLocale::LongFormat);
}

QString TimeTexts::day(qint64 at) const
{
    const QDateTime time = localTime(at);
    if (isToday(time))
        return tr("Today");
    if (isYesterday(time))
        return tr("Yesterday");
    if (time.date().year() != m_now.date().year())
        return m_locale.toString(time.date(), QLocale::LongFormat);
    //: A day of this year, as QLocale::toString() takes it: weekday, month and day
    return m_locale.toString(time.date(), tr("dddd, MMMM d"));
}

QString TimeTexts::lastSeen(qint64 at) const
{
    if (at <= 0)
        return {};
    const QDateTime time = localTime(at);
    const qint64 minutes = time.secsTo(m_now) / 60;
    if (minutes < 1)
        return tr("last seen just now");
    if (minutes < 60)
        return tr("last seen %n minute(s) ago", nullptr, static_cast<int>(minutes));
    const QString clock = m_locale.toString(time.time(), QLocale::ShortFormat);
    if (isToday(time))
        return tr("last seen today at %1").arg(clock);
    if (isYesterday(time))
        return tr("last seen yesterday at %1").arg(clock);
    return tr("last seen on %1").arg(m_locale.toString(time.date(), QLocale::ShortFormat));
}

QString TimeTexts::duration(std::chrono::milliseconds duration) const
{
    const auto seconds = static_cast<int>((duration.count() + 999) / 1000);
    if (seconds >= 3600 && seconds % 3600 == 0)
        return tr("%n hour(s)", nullptr, seconds / 3600);
    if (seconds >= 60 && seconds % 60 == 0)
        return tr("%n minute(s)", nullptr, seconds / 60);
    return tr("%n second(s)", nullptr, seconds);
}

bool TimeTexts::isSameDay(qint64 a, qint64 b)
{
    return localTime(a).date() == localTime(b).date();
}

} // namespace models
