#pragma once

namespace net {

/// What a descriptor is waited for.
struct Readiness
{
    bool isToRead = false;
    bool isToWrite = false;

    friend bool operator==(const Readiness &, const Readiness &) = default;
};

/// Told that a descriptor is ready for what it was waited for; called again and again as long as it is. Either call may
/// come when there is nothing to do after all.
class ReadinessListener
{
public:
    virtual void handleReadable() = 0;
    virtual void handleWritable() = 0;

protected:
    ~ReadinessListener() = default;
};

} // namespace net
