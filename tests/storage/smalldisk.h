#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

/// A disk in memory that is soon full. Only an administrator can make one.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &size)
    {
        const QStringList arguments{QStringLiteral("-t"),           QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                    QStringLiteral("size=") + size, QStringLiteral("tmpfs"), m_folder.path()};
        m_isMounted = run(QStringLiteral("mount"), arguments);
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            (void)run(QStringLiteral("umount"), {m_folder.path()});
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isThere() const { return m_isMounted; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Lets nobody write any more, or lets them again.
    [[nodiscard]] bool remount(const QString &access)
    {
        return run(QStringLiteral("mount"),
                   {QStringLiteral("-o"), QStringLiteral("remount,") + access, m_folder.path()});
    }
    /// Takes all the space that is left but @p bytes.
    [[nodiscard]] bool fillUp(qint64 bytes)
    {
        QFile file(path(QStringLiteral("filler")));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        while (file.write(QByteArray(4096, 'x')) == 4096) {}
        return file.resize(std::max<qint64>(0, file.size() - bytes));
    }
    [[nodiscard]] bool makeSpace() { return QFile::remove(path(QStringLiteral("filler"))); }

private:
    static bool run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    bool m_isMounted = false;
};
