#include "protocol/socketio/jsongrammar.h"

#include <algorithm>
#include <cstring>

namespace protocol::socketio {

namespace {

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

constexpr bool isHexDigit(char c) noexcept
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr bool isWhiteSpace(char c) noexcept
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// A recursive descent over the grammar; each function consumes what it is named after and returns whether it was
/// there.
class Scanner
{
public:
    Scanner(QByteArrayView text, int maxDepth) noexcept : m_at(text.begin()), m_end(text.end()), m_depthLeft(maxDepth)
    {
    }

    bool container() noexcept
    {
        if (next() != '[' && next() != '{')
            return false;
        if (m_depthLeft == 0) {
            m_isTooDeep = true;
            return false;
        }
        --m_depthLeft;
        const bool isRight = *m_at++ == '[' ? elements() : members();
        ++m_depthLeft;
        return isRight;
    }

    void skipWhiteSpace() noexcept
    {
        while (m_at != m_end && isWhiteSpace(*m_at))
            ++m_at;
    }

    [[nodiscard]] bool isAtEnd() const noexcept { return m_at == m_end; }
    [[nodiscard]] bool isTooDeep() const noexcept { return m_isTooDeep; }

private:
    /// The next byte, or NUL (which the grammar has nowhere) at the end.
    [[nodiscard]] char next() const noexcept { return m_at == m_end ? '\0' : *m_at; }

    bool take(char expected) noexcept
    {
        if (m_at == m_end || *m_at != expected)
            return false;
        ++m_at;
        return true;
    }

    /// What follows `[`, up to and with `]`.
    bool elements() noexcept
    {
        skipWhiteSpace();
        if (take(']'))
            return true;
        do {
            if (!element())
                return false;
        } while (take(','));
        return take(']');
    }

    /// What follows `{`, up to and with `}`.
    bool members() noexcept
    {
        skipWhiteSpace();
        if (take('}'))
            return true;
        do {
            skipWhiteSpace();
            if (!string())
                return false;
            skipWhiteSpace();
            if (!take(':') || !element())
                return false;
        } while (take(','));
        return take('}');
    }

    bool element() noexcept
    {
        skipWhiteSpace();
        const bool isRight = value();
        skipWhiteSpace();
        return isRight;
    }

    bool value() noexcept
    {
        switch (next()) {
        case '"':
            return string();
        case '[':
        case '{':
            return container();
        case 't':
            return literal("true");
        case 'f':
            return literal("false");
        case 'n':
            return literal("null");
        default:
            return number();
        }
    }

    bool literal(QByteArrayView word) noexcept
    {
        if (!QByteArrayView(m_at, m_end).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    bool string() noexcept
    {
        if (!take('"'))
            return false;
        while (m_at != m_end) {
            const char c = *m_at++;
            if (c == '"')
                return true;
            if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !escape()))
                return false;
        }
        return false;
    }

    /// What follows a backslash.
    bool escape() noexcept
    {
        const char letter = next();
        if (letter == '\0')
            return false;
        ++m_at;
        if (letter != 'u')
            return std::strchr("\"\\/bfnrt", letter) != nullptr;
        if (m_end - m_at < 4 || !std::all_of(m_at, m_at + 4, isHexDigit))
            return false;
        m_at += 4;
        return true;
    }

    bool number() noexcept
    {
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (!take('e') && !take('E'))
            return true;
        if (!take('+'))
            take('-');
        return digits();
    }

    bool digits() noexcept
    {
        const char *start = m_at;
        while (m_at != m_end && isDigit(*m_at))
            ++m_at;
        return m_at != start;
    }

    const char *m_at;
    const char *m_end;
    int m_depthLeft;
    bool m_isTooDeep = false;
};

} // namespace

std::optional<ErrorCode> checkJsonGrammar(QByteArrayView text, int maxDepth) noexcept
{
    Scanner scanner(text, std::clamp(maxDepth, 1, MaxJsonDepth));
    if (!scanner.container())
        return scanner.isTooDeep() ? ErrorCode::JsonTooDeep : ErrorCode::BadJson;
    scanner.skipWhiteSpace();
    return scanner.isAtEnd() ? std::nullopt : std::optional(ErrorCode::BadJson);
}

} // namespace protocol::socketio
