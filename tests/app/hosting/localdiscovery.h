#pragma once

#include "hosting/discoveryoptions.h"

#include <QTest>
#include <QUdpSocket>

/// Discovery on the loopback interface, on a port that nobody else uses, in a hurry.
inline hosting::DiscoveryOptions localDiscovery()
{
    using namespace std::chrono_literals;
    QUdpSocket free;
    const bool isBound = free.bind(QHostAddress(QHostAddress::AnyIPv4), 0);
    Q_ASSERT(isBound);
    hosting::DiscoveryOptions options;
    options.reach = hosting::DiscoveryOptions::Reach::ThisMachine;
    options.port = free.localPort();
    options.queryInterval = 50ms;
    options.lostAfter = 1s;
    options.interfaceInterval = 1s;
    return options;
}
