#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loadgen {

/// Builds one JSON object as text, members in the order they were added.
class JsonObject
{
public:
    JsonObject &add(std::string_view name, std::string_view text);
    JsonObject &add(std::string_view name, double number);
    JsonObject &add(std::string_view name, std::uint64_t number);
    JsonObject &add(std::string_view name, const JsonObject &object);
    [[nodiscard]] std::string text() const { return m_members.empty() ? "{}" : "{" + m_members + "}"; }

private:
    void addRaw(std::string_view name, std::string_view value);

    std::string m_members;
};

} // namespace loadgen
