#include "node/datafolder.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace node;

class tst_DataFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsMadeForItsOwnerOnly();
    void oneThatIsThereIsLeftAsItIs();
    void aPlaceThatCannotBeAFolderIsNamed();

private:
    QTemporaryDir m_folder;
};

namespace {

constexpr QFileDevice::Permissions others
    = QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther;

} // namespace

void tst_DataFolder::itIsMadeForItsOwnerOnly()
{
    const QString path = m_folder.filePath(QStringLiteral("a/b"));
    const auto folder = makeDataFolder(m_folder.filePath(QStringLiteral("x/../a/b/")));
    QVERIFY(folder);
    QCOMPARE(*folder, path);
    QVERIFY(!(QFileInfo(path).permissions() & others));
}

void tst_DataFolder::oneThatIsThereIsLeftAsItIs()
{
    QVERIFY(QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | others));
    QVERIFY(makeDataFolder(m_folder.path()));
    QVERIFY(QFileInfo(m_folder.path()).permissions() & others);
}

void tst_DataFolder::aPlaceThatCannotBeAFolderIsNamed()
{
    const QString path = m_folder.filePath(QStringLiteral("file"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const QString &place : QStringList{path, path + QStringLiteral("/below")}) {
        const auto folder = makeDataFolder(place);
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::DataFolderUnusable);
        QVERIFY(folder.error().message.contains(place));
    }
}

QTEST_GUILESS_MAIN(tst_DataFolder)
#include "tst_datafolder.moc"
