#pragma once

#include "support/person.h"

/// What somebody has read of a room, and what not.
struct Counts
{
    qint64 read = 0;
    int unread = 0;
    int mentions = 0;
    QString last; ///< the id of the last message

    friend bool operator==(const Counts &, const Counts &) = default;

    /// As @p person's own program has it.
    static Counts known(Person &person, const QString &room);
    /// As the server tells @p person's other programs at this moment.
    static Counts told(Person &person, const QString &room);
};
