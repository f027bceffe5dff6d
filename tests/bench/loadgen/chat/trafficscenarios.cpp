#include "chat/chattraffic.h"
#include "chat/people.h"
#include "measurement.h"
#include "scenarios.h"
#include "schedule.h"
#include "serverprocesses.h"
#include "sessionpool.h"
#include "warmup.h"

namespace loadgen {

namespace {

/// What every case of chat traffic begins with: a server that has seen some people, and a pool full of new ones who
/// have been welcomed.
class Assembly
{
public:
    explicit Assembly(const Options &options) : m_server(options.pids), m_pool(options), m_people(m_pool)
    {
        m_pool.setAuth(authAs("warm-"));
        warmUp(m_pool, m_server, options);
        m_pool.setAuth(authAs("bench-"));
        m_people.comeIn(options.sessions);
    }

    void makeRooms(ChatTraffic &traffic)
    {
        traffic.makeRooms(m_people);
        awaitRest(m_pool, m_server);
    }

    [[nodiscard]] SessionPool &pool() { return m_pool; }
    [[nodiscard]] const ServerProcesses &server() const { return m_server; }

private:
    ServerProcesses m_server;
    SessionPool m_pool;
    People m_people;
};

/// Measures from the end of the warm-up on, while `serveUntil` keeps things going.
template <typename ServeUntil>
JsonObject measure(Assembly &assembly, ChatTraffic &traffic, const Options &options, ServeUntil serveUntil)
{
    const TimePoint begin = Clock::now() + options.warmup;
    const TimePoint end = begin + options.measured;
    traffic.sampleBetween(begin, end);
    serveUntil(begin);
    Measurement measurement(assembly.pool(), assembly.server());
    const ChatCounts before = traffic.counts();
    serveUntil(end);
    measurement.stop();
    const std::uint64_t deliveries = traffic.counts().deliveries - before.deliveries;
    const std::uint64_t acknowledgements = traffic.counts().acknowledgements - before.acknowledgements;
    const double cpu = measurement.serverCpuNanosecondsPer(deliveries);

    JsonObject report;
    report.add("deliveries_per_cpu_second", cpu > 0 ? 1e9 / cpu : 0.0);
    report.add("deliveries_per_second", static_cast<double>(deliveries) / measurement.seconds());
    report.add("acknowledgements_per_second", static_cast<double>(acknowledgements) / measurement.seconds());
    report.add("cpu_ns_per_message", measurement.serverCpuNanosecondsPer(acknowledgements));
    report.add("deliveries", deliveries);
    report.add("acknowledgements", acknowledgements);
    measurement.addTo(report, deliveries);
    report.add("delivery_us", latencyReport(traffic.deliveryLatencies()));
    report.add("acknowledgement_us", latencyReport(traffic.acknowledgementLatencies()));
    report.add("resident_bytes", assembly.server().residentBytes());
    return report;
}

void addChecks(JsonObject &report, const ChatCounts &counts)
{
    report.add("out_of_order_share", static_cast<double>(counts.outOfOrder) / static_cast<double>(counts.deliveries));
    report.add("other_events", counts.otherEvents);
}

JsonObject runInFlight(const Options &options, std::uint32_t inFlight, ChatTraffic::Await await)
{
    Assembly assembly(options);
    bool isEnding = false;
    ChatTraffic traffic(assembly.pool(), options, await, [&](std::uint32_t room, TimePoint now) {
        if (!isEnding)
            traffic.post(room, now);
    });
    assembly.makeRooms(traffic);
    for (std::uint32_t room = 0; room < traffic.rooms(); ++room) {
        for (std::uint32_t i = 0; i < inFlight; ++i)
            traffic.post(room, Clock::now());
    }
    JsonObject report = measure(assembly, traffic, options, [&](TimePoint end) { assembly.pool().pollUntil(end); });
    isEnding = true;
    traffic.drain();
    addChecks(report, traffic.counts());
    return report;
}

} // namespace

JsonObject runChatBroadcast(const Options &options)
{
    return runInFlight(options, options.inFlight, ChatTraffic::Await::AllDeliveries);
}

JsonObject runChatWriters(const Options &options)
{
    Options alone = options;
    alone.rooms = options.sessions;
    return runInFlight(alone, 1, ChatTraffic::Await::Acknowledgement);
}

JsonObject runChatRate(const Options &options)
{
    Assembly assembly(options);
    ChatTraffic traffic(assembly.pool(), options, ChatTraffic::Await::AllDeliveries, [](std::uint32_t, TimePoint) {});
    assembly.makeRooms(traffic);
    Schedule schedule(assembly.pool(), options.rate,
                      [&](std::uint32_t index, TimePoint due) { traffic.post(index % traffic.rooms(), due); });
    JsonObject report = measure(assembly, traffic, options, [&](TimePoint end) { schedule.runUntil(end); });
    traffic.drain();
    addChecks(report, traffic.counts());
    return report;
}

} // namespace loadgen
