#pragma once

#include <QObject>

#include <optional>

class QDBusVariant;

namespace platform {

/// Whether the system looks light or dark: by what its settings portal says, or, until that has answered and where
/// there is none, by the colours of its windows.
/// Thread: UI.
class SystemColorScheme final : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { Light, Dark };
    Q_ENUM(Scheme)

    /// @p remembered: what it was the last time, which counts until the system has answered.
    explicit SystemColorScheme(std::optional<Scheme> remembered = std::nullopt, QObject *parent = nullptr);
    ~SystemColorScheme() override;

    [[nodiscard]] Scheme scheme() const;

Q_SIGNALS:
    void changed();

private:
    enum class Preference { None, Dark, Light }; // the numbers of the portal

    void askPortal();
    void noteFromPortal(uint value);
    void note(Preference preference);

private Q_SLOTS:
    void handleSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;

    std::optional<Scheme> m_remembered; ///< nothing once the portal has answered, or is known to be missing
    Preference m_portal = Preference::None;
};

} // namespace platform
