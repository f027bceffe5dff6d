#include "support/protocoldocument.h"

#include <QFile>
#include <QRegularExpression>
#include <QtGlobal>

QList<QJsonObject> Section::examplesOf(const QString &kind) const
{
    QList<QJsonObject> found;
    for (const Example &example : examples) {
        if (example.kind == kind)
            found.append(example.json().object());
    }
    return found;
}

ProtocolDocument::ProtocolDocument()
{
    QFile file(QStringLiteral(CONFAB_PROTOCOL_DOCUMENT));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("docs/protocol.md cannot be read");
    m_text = QString::fromUtf8(file.readAll());
    m_sections.append(Section());
    const QStringList lines = m_text.split(u'\n');
    for (const QString &line : lines)
        takeLine(line);
}

void ProtocolDocument::takeLine(const QString &line)
{
    static const QRegularExpression heading(QStringLiteral("^(#+) (.*)$"));
    static const QRegularExpression field(QStringLiteral("^- `(\\w+)([?]?)`:"));
    Section &section = m_sections.last();
    if (m_isInExample) {
        m_isInExample = !line.startsWith(QStringLiteral("```"));
        if (m_isInExample)
            section.examples.last().text += line + u'\n';
    } else if (line.startsWith(QStringLiteral("```"))) {
        m_isInExample = true;
        section.examples.append(Example{line.section(u' ', 1, 1), QString()});
    } else if (const auto match = heading.match(line); match.hasMatch()) {
        Section next;
        next.level = int(match.captured(1).size());
        next.title = match.captured(2).remove(u'`');
        m_sections.append(next);
    } else if (const auto name = field.match(line); name.hasMatch()) {
        section.fields.append(name.captured(1));
        if (name.captured(2).isEmpty())
            section.requiredFields.append(name.captured(1));
    }
}

Section ProtocolDocument::sectionOf(const QString &event, int level) const
{
    for (const Section &section : m_sections) {
        if (section.title == event && section.level == level)
            return section;
    }
    return {};
}

QList<QStringList> ProtocolDocument::rowsOf(const QString &name) const
{
    QList<QStringList> rows;
    const QStringList lines = m_text.split(u'\n');
    for (const QString &line : lines) {
        if (!line.startsWith(QStringLiteral("| `%1`").arg(name)))
            continue;
        QStringList cells = line.split(u'|', Qt::SkipEmptyParts);
        for (QString &cell : cells)
            cell = cell.trimmed();
        rows.append(cells);
    }
    return rows;
}
