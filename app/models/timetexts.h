#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QString>

#include <chrono>

namespace models {

/// Times as people read them, in the language and by the customs of a locale. All times are UTC milliseconds and are
/// shown in the local time zone.
/// Thread: any (a value type).
class TimeTexts final
{
    Q_DECLARE_TR_FUNCTIONS(models::TimeTexts)

public:
    explicit TimeTexts(const QLocale &locale = QLocale(), qint64 now = QDateTime::currentMSecsSinceEpoch());

    /// Today: the time; otherwise date and time.
    [[nodiscard]] QString messageTime(qint64 at) const;
    /// Today: the time; yesterday: that; otherwise a short date. For lists.
    [[nodiscard]] QString listTime(qint64 at) const;
    /// Weekday, date and time with seconds.
    [[nodiscard]] QString full(qint64 at) const;
    /// `Today`, `Yesterday`, or weekday and date, with the year unless it is this one.
    [[nodiscard]] QString day(qint64 at) const;
    /// When somebody was last seen; empty for 0.
    [[nodiscard]] QString lastSeen(qint64 at) const;
    /// Such as `30 seconds` or `5 minutes`.
    [[nodiscard]] QString duration(std::chrono::milliseconds duration) const;

    /// Whether both are on the same local day.
    [[nodiscard]] static bool isSameDay(qint64 a, qint64 b);

private:
    [[nodiscard]] bool isToday(const QDateTime &time) const { return time.date() == m_now.date(); }
    [[nodiscard]] bool isYesterday(const QDateTime &time) const { return time.date().addDays(1) == m_now.date(); }

    const QLocale m_locale;
    const QDateTime m_now;
};

} // namespace models
