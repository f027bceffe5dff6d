#pragma once

namespace connection {

/// How a Socket stands with its server.
enum class State {
    Disconnected, ///< and it does nothing about it: not opened yet, closed, refused or sent away
    Connecting, ///< an attempt is under way
    Connected, ///< the server let us in
    Waiting, ///< for the next attempt
};

} // namespace connection
