#pragma once

#include <stdexcept>

namespace loadgen {

/// Why a run is not a measurement: a dropped session, a lost or wrong delivery, a missed deadline. Thrown anywhere in
/// the load generator, reported by main().
class Failure : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

} // namespace loadgen
