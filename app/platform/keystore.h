#pragma once

#include "platform/secretfile.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace platform {

/// Keeps secrets in the system's key store; where none is running, in a file that nobody else may read.
///
/// Nothing waits: callbacks come later, never from within the call, and not after their context is gone.
/// Thread: UI.
class KeyStore final : public QObject
{
    Q_OBJECT

public:
    enum class Place {
        System, ///< the file only where the system has none
        File,
    };
    using Reader = std::function<void(const QString &secret)>;

    /// Keeps things apart from those of other folders. The file is `secrets` in @p folder, which exists.
    explicit KeyStore(const QString &folder, Place place = Place::System, QObject *parent = nullptr);
    ~KeyStore() override;

    /// @p done gets the secret; an empty text when there is none.
    void read(const QString &key, QObject *context, Reader done);
    /// What is read after this is what has been written, even while the system is still working. Until the system has
    /// it, the file has, so that it outlives the program.
    void write(const QString &key, const QString &secret);
    void remove(const QString &key);

private:
    [[nodiscard]] bool usesSystem();
    [[nodiscard]] QString systemKey(const QString &key) const;
    void readFromSystem(const QString &key, QObject *context, Reader done);
    void handleWritten(const QString &key, const QString &secret);
    void noteRefusal(const QString &reason);

    const QString m_folder;
    const Place m_place;
    const SecretFile m_file;
    QHash<QString, QString> m_known; ///< what has been written since the start, and removed
    std::optional<bool> m_usesSystem; ///< nothing until it matters
    bool m_isRefused = false; ///< whether the system has said that it keeps none
};

} // namespace platform
