#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <utility>
#include <vector>

namespace http {

/// The parameters of a query string. Names and values are percent-decoded, with `+` as space, when they are asked for.
/// Thread: any (a view: the text must outlive it).
class Query
{
public:
    Query() = default;
    explicit Query(QByteArrayView text) : m_text(text) {}

    /// The first value of @p name; nothing when it is absent.
    [[nodiscard]] std::optional<QByteArray> value(QByteArrayView name) const;
    /// Whether a name occurs more than once, which no honest client does.
    [[nodiscard]] bool repeats(QByteArrayView name) const;
    [[nodiscard]] std::vector<std::pair<QByteArray, QByteArray>> items() const;

private:
    /// Calls @p visit with each name and value, undecoded, until it returns false.
    template <typename Visit>
    void forEach(const Visit &visit) const;

    QByteArrayView m_text;
};

} // namespace http
