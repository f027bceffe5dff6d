#pragma once

#include "chat/ports/clock.h"

#include <chrono>

/// A clock that only moves when it is told to.
class ManualClock final : public chat::Clock
{
public:
    [[nodiscard]] qint64 now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    qint64 m_now = 1'800'000'000'000;
};
