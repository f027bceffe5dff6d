#include "hosting/networkaddresses.h"

#include <QNetworkInterface>

#include <algorithm>
#include <array>
#include <vector>

namespace hosting {

namespace {

constexpr qsizetype maxAddresses = 8;

/// Networks that exist inside one machine only.
bool isVirtual(const QNetworkInterface &interface)
{
    static constexpr std::array<QLatin1StringView, 7> beginnings{
        QLatin1StringView("docker"), QLatin1StringView("veth"),    QLatin1StringView("virbr"), QLatin1StringView("br-"),
        QLatin1StringView("vmnet"),  QLatin1StringView("vboxnet"), QLatin1StringView("lxc")};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](QLatin1StringView beginning) { return interface.name().startsWith(beginning); });
}

bool isPrivate(const QHostAddress &address)
{
    static const std::array networks{QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),
                                     QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
                                     QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16"))};
    return std::any_of(networks.begin(), networks.end(),
                       [&](const auto &network) { return address.isInSubnet(network); });
}

/// The smaller, the likelier that another machine can use it.
int rankOf(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        return 2;
    if (address.isLinkLocal())
        return 3;
    return isPrivate(address) ? 0 : 1;
}

bool isUsable(const QHostAddress &address)
{
    // An IPv6 address of one link is worth nothing without the name of the other machine's interface.
    const bool isForOneLink = address.protocol() == QAbstractSocket::IPv6Protocol && address.isLinkLocal();
    return !address.isNull() && !address.isLoopback() && !address.isMulticast() && !isForOneLink;
}

} // namespace

QList<QHostAddress> networkAddresses()
{
    struct Ranked
    {
        int rank;
        QHostAddress address;
    };
    std::vector<Ranked> ranked;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning))
            continue;
        const auto entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            if (isUsable(entry.ip()))
                ranked.push_back({rankOf(entry.ip()) + (isVirtual(interface) ? 10 : 0), entry.ip()});
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) { return a.rank < b.rank; });
    QList<QHostAddress> addresses;
    for (const Ranked &candidate : ranked) {
        if (addresses.size() < maxAddresses)
            addresses.append(candidate.address);
    }
    return addresses;
}

} // namespace hosting
