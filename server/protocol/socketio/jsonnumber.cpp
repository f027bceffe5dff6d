#include "protocol/socketio/jsonnumber.h"

#include <QByteArrayView>

#include <array>
#include <charconv>
#include <cmath>

namespace protocol::socketio {

namespace {

/// A positive number as 0.DIGITS x 10^pointPosition.
struct Decimal
{
    std::array<char, 20> digits; ///< 17 are the most that a double needs
    int digitCount = 0;
    int pointPosition = 0;

    [[nodiscard]] QByteArrayView first(int count) const { return {digits.data(), count}; }
    [[nodiscard]] QByteArrayView from(int position) const { return {digits.data() + position, digitCount - position}; }
};

Decimal shortestDecimal(double number)
{
    std::array<char, 32> text; // d.dddde[+-]xxx
    const auto written = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::scientific);

    Decimal decimal;
    const char *at = text.data();
    for (; *at != 'e'; ++at) {
        if (*at != '.')
            decimal.digits[std::size_t(decimal.digitCount++)] = *at;
    }
    ++at;
    if (*at == '+')
        ++at;
    int exponent = 0;
    std::from_chars(at, written.ptr, exponent);
    decimal.pointPosition = exponent + 1;
    return decimal;
}

void appendWithExponent(QByteArray &out, const Decimal &decimal)
{
    out.append(decimal.first(1));
    if (decimal.digitCount > 1) {
        out.append('.');
        out.append(decimal.from(1));
    }
    const int exponent = decimal.pointPosition - 1;
    out.append(exponent < 0 ? "e-" : "e+", 2);
    appendJsonInteger(out, std::abs(exponent));
}

void appendWithoutExponent(QByteArray &out, const Decimal &decimal)
{
    const int point = decimal.pointPosition;
    if (point <= 0) {
        out.append("0.", 2);
        out.append(-point, '0');
        out.append(decimal.from(0));
    } else if (point >= decimal.digitCount) {
        out.append(decimal.from(0));
        out.append(point - decimal.digitCount, '0');
    } else {
        out.append(decimal.first(point));
        out.append('.');
        out.append(decimal.from(point));
    }
}

} // namespace

void appendJsonInteger(QByteArray &out, qint64 number)
{
    std::array<char, 24> digits;
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), written.ptr - digits.data());
}

void appendJsonDouble(QByteArray &out, double number)
{
    constexpr double ExactIntegers = 9007199254740992; // 2^53: doubles below it are written as the integers they are
    if (!std::isfinite(number)) {
        out.append("null", 4);
        return;
    }
    if (std::abs(number) < ExactIntegers && std::trunc(number) == number) {
        appendJsonInteger(out, qint64(number)); // makes 0 of -0, as JavaScript does
        return;
    }

    if (number < 0)
        out.append('-');
    const Decimal decimal = shortestDecimal(std::abs(number));
    if (decimal.pointPosition > 21 || decimal.pointPosition < -5)
        appendWithExponent(out, decimal);
    else
        appendWithoutExponent(out, decimal);
}

} // namespace protocol::socketio
