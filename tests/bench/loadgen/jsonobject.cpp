#include "jsonobject.h"

#include <cmath>
#include <cstdio>

namespace loadgen {

namespace {

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out.push_back('\\');
        const bool isPrintable = c >= ' ' && c <= '~';
        out.push_back(isPrintable ? c : '?');
    }
    return out + '"';
}

} // namespace

JsonObject &JsonObject::add(std::string_view name, std::string_view text)
{
    addRaw(name, quoted(text));
    return *this;
}

JsonObject &JsonObject::add(std::string_view name, double number)
{
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.4f", std::isfinite(number) ? number : 0.0);
    addRaw(name, buffer);
    return *this;
}

JsonObject &JsonObject::add(std::string_view name, std::uint64_t number)
{
    addRaw(name, std::to_string(number));
    return *this;
}

JsonObject &JsonObject::add(std::string_view name, const JsonObject &object)
{
    addRaw(name, object.text());
    return *this;
}

void JsonObject::addRaw(std::string_view name, std::string_view value)
{
    if (!m_members.empty())
        m_members += ", ";
    m_members += quoted(name);
    m_members += ": ";
    m_members += value;
}

} // namespace loadgen
