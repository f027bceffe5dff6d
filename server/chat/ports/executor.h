#pragma once

#include <functional>

namespace chat {

/// The chat thread as others see it: tasks run there, one at a time, in the order in which they were posted.
/// Thread: any.
class Executor
{
public:
    virtual ~Executor() = default;
    virtual void post(std::function<void()> task) = 0;
};

} // namespace chat
