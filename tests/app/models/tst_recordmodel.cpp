#include "models/recordmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using models::Record;

namespace {

class Letters final : public models::RecordModel
{
public:
    Letters() : RecordModel({"letter", "number"}) {}
    /// Each letter with the number that follows it: "a1b2".
    void show(const QString &text)
    {
        QList<Record> rows;
        for (qsizetype i = 0; i + 1 < text.size(); i += 2)
            rows.append({text.mid(i, 1), {text.mid(i, 1), text.mid(i + 1, 1).toInt()}});
        setRecords(rows);
    }
    [[nodiscard]] QString shown() const
    {
        QString text;
        for (int row = 0; row < count(); ++row)
            text += index(row).data(Qt::UserRole).toString() + index(row).data(Qt::UserRole + 1).toString();
        return text;
    }
};

} // namespace

/// Lists of rows that are known by a key.
class tst_RecordModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherOrderMovesRows();
    void onlyWhatDiffersIsTold();
    void ofTwoRowsWithTheSameKeyTheFirstCounts();
    void anyListBecomesAnyOther();
};

void tst_RecordModel::anotherOrderMovesRows()
{
    Letters model;
    model.show(QStringLiteral("a1b1c1"));
    const QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);

    model.show(QStringLiteral("c1a1b1"));
    QCOMPARE(model.shown(), QStringLiteral("c1a1b1"));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(removed.count(), 0);
}

void tst_RecordModel::onlyWhatDiffersIsTold()
{
    Letters model;
    model.show(QStringLiteral("a1b1c1"));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    model.show(QStringLiteral("a1b2c1"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.at(0).at(2).value<QList<int>>(), QList<int>{Qt::UserRole + 1});
}

void tst_RecordModel::ofTwoRowsWithTheSameKeyTheFirstCounts()
{
    Letters model;
    model.show(QStringLiteral("a1b2a3"));
    QCOMPARE(model.shown(), QStringLiteral("a1b2"));
}

void tst_RecordModel::anyListBecomesAnyOther()
{
    Letters model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QRandomGenerator random(4);
    for (int i = 0; i < 500; ++i) {
        QString letters = QStringLiteral("abcdefgh");
        QString text;
        while (!letters.isEmpty()) {
            const int at = random.bounded(static_cast<int>(letters.size()));
            if (random.bounded(3) > 0)
                text += letters.at(at) + QString::number(random.bounded(3));
            letters.remove(at, 1);
        }
        model.show(text);
        QCOMPARE(model.shown(), text);
        QCOMPARE(model.count(), static_cast<int>(text.size() / 2));
    }
    QCOMPARE(reset.count(), 0);
}

QTEST_GUILESS_MAIN(tst_RecordModel)
#include "tst_recordmodel.moc"
