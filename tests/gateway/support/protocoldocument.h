#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

/// One example of docs/protocol.md.
struct Example
{
    QString kind; ///< the word behind `json` at its fence: request, ack, event…
    QString text;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(text.toUtf8()); }
};

/// What stands under one heading.
struct Section
{
    QString title; ///< without marks
    int level = 0; ///< how many `#`
    QStringList fields; ///< of a request, in order
    QStringList requiredFields;
    QList<Example> examples;

    [[nodiscard]] QList<QJsonObject> examplesOf(const QString &kind) const;
};

/// docs/protocol.md, taken apart.
class ProtocolDocument final
{
public:
    /// Ends the test when the document cannot be read.
    ProtocolDocument();

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QList<Section> &sections() const { return m_sections; }
    /// The section of an event, whose title is its name in backticks; empty title when there is none.
    [[nodiscard]] Section sectionOf(const QString &event, int level) const;
    /// The cells of all table rows whose first cell begins with a name in backticks.
    [[nodiscard]] QList<QStringList> rowsOf(const QString &name) const;

private:
    void takeLine(const QString &line);

    QString m_text;
    QList<Section> m_sections;
    bool m_isInExample = false;
};
