#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <utility>
#include <vector>

namespace http {

/// The parameters of a query string, percent-decoded, with `+` as space.
/// Thread: any (a value type).
class Query
{
public:
    Query() = default;
    explicit Query(QByteArrayView query);

    /// The value of @p name; nothing when it is absent.
    [[nodiscard]] std::optional<QByteArray> value(QByteArrayView name) const;
    /// Whether a name occurs more than once, which no honest client does.
    [[nodiscard]] bool repeats(QByteArrayView name) const;
    [[nodiscard]] const std::vector<std::pair<QByteArray, QByteArray>> &items() const { return m_items; }

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_items;
};

} // namespace http
