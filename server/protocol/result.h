#pragma once

#include <optional>
#include <utility>
#include <variant>

namespace protocol {

/// Marks a value as the error of a Result: `return failure(ErrorCode::TooLong);`
template <typename E>
struct Failure
{
    E error;
};

template <typename E>
[[nodiscard]] constexpr Failure<E> failure(E error)
{
    return Failure<E>{std::move(error)};
}

/// Either a value of type T or an error of type E. Layers return it instead of throwing; each layer names its own
/// `Result<T>` with its own `ErrorCode`.
///
/// Reading value() of a failure, or error() of a success, is a bug of the caller.
/// Thread: any (a value type).
template <typename T, typename E>
class [[nodiscard]] Expected
{
public:
    Expected(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Expected(Failure<E> failed) : m_state(std::in_place_index<1>, std::move(failed.error)) {}

    [[nodiscard]] bool hasValue() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return hasValue(); }

    [[nodiscard]] const T &value() const & { return *std::get_if<0>(&m_state); }
    [[nodiscard]] T &value() & { return *std::get_if<0>(&m_state); }
    [[nodiscard]] T &&value() && { return std::move(*std::get_if<0>(&m_state)); }
    [[nodiscard]] const T &operator*() const & { return value(); }
    [[nodiscard]] T &operator*() & { return value(); }
    [[nodiscard]] const T *operator->() const { return std::get_if<0>(&m_state); }
    [[nodiscard]] T *operator->() { return std::get_if<0>(&m_state); }

    [[nodiscard]] const E &error() const { return *std::get_if<1>(&m_state); }

private:
    std::variant<T, E> m_state;
};

} // namespace protocol
