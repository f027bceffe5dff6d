#include "support/mirror.h"

using session::Entry;
using session::Timeline;

Mirror::Mirror(Timeline &timeline) : m_timeline(timeline)
{
    for (int row = 0; row < timeline.count(); ++row)
        m_texts.append(textOf(row));
    connect(&timeline, &Timeline::rowsAboutToBeInserted, this, [this](int first, int last) {
        compare();
        if (first < 0 || first > m_texts.size() || last < first)
            qFatal("Rows are to be inserted where there is nothing");
        m_expected = int(m_texts.size()) + last - first + 1;
    });
    connect(&timeline, &Timeline::rowsInserted, this, [this](int first, int last) {
        for (int row = first; row <= last; ++row)
            m_texts.insert(row, textOf(row));
        ++m_insertions;
        if (m_texts.size() != m_expected)
            qFatal("Other rows were announced");
        compare();
    });
    connect(&timeline, &Timeline::rowsAboutToBeRemoved, this, [this](int first, int last) {
        compare();
        if (first < 0 || last >= m_texts.size() || last < first)
            qFatal("Rows are to be removed that are not there");
        m_expected = int(m_texts.size()) - (last - first + 1);
    });
    connect(&timeline, &Timeline::rowsRemoved, this, [this](int first, int last) {
        m_texts.remove(first, last - first + 1);
        ++m_removals;
        if (m_texts.size() != m_expected)
            qFatal("Other rows were announced");
        compare();
    });
    connect(&timeline, &Timeline::rowChanged, this, [this](int row, session::EntryFields fields) {
        if (!fields)
            qFatal("Nothing has changed");
        m_texts[row] = textOf(row);
        compare();
    });
    connect(&timeline, &Timeline::reset, this, [this] {
        m_texts.clear();
        for (int row = 0; row < m_timeline.count(); ++row)
            m_texts.append(textOf(row));
        ++m_resets;
    });
}

QString Mirror::textOf(int row) const
{
    const Entry &entry = m_timeline.at(row);
    switch (entry.kind) {
    case Entry::Kind::Message:
        return entry.message.isDeleted ? QStringLiteral("-") : entry.message.text;
    case Entry::Kind::Outgoing:
        return u'(' + entry.outgoing.text + u')';
    case Entry::Kind::Event:
        break;
    }
    return u'[' + QString(protocol::chat::wireName(entry.event.type)) + u']';
}

void Mirror::compare() const
{
    if (m_texts.size() != m_timeline.count())
        qFatal("There are %d rows, but %d were told of", m_timeline.count(), int(m_texts.size()));
    for (int row = 0; row < m_timeline.count(); ++row) {
        if (m_texts[row] != textOf(row))
            qFatal("Row %d has changed without a word", row);
    }
}

bool Mirror::counts(int from, int to) const
{
    QStringList wanted;
    for (int i = from; i <= to; ++i)
        wanted.append(QString::number(i));
    return m_texts == wanted;
}
