#pragma once

#include <cstdio>
#include <cstdlib>

namespace fuzz {

/// Ends the process with a message if the condition does not hold, in every kind of build. libFuzzer then keeps the
/// input, and a replay fails.
inline void require(bool condition, const char *expectation)
{
    if (condition)
        return;
    std::fprintf(stderr, "Does not hold: %s\n", expectation);
    std::abort();
}

} // namespace fuzz
