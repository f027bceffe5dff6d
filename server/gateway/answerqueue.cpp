#include "gateway/answerqueue.h"

namespace gateway {

namespace {

/// More places than this are not kept for later.
constexpr size_t usualPlaces = 16;

} // namespace

quint64 AnswerQueue::open(socketio::Acknowledge ack)
{
    m_places.push_back({std::move(ack), std::nullopt});
    return m_firstNumber + m_places.size() - 1;
}

void AnswerQueue::answer(quint64 number, socketio::PacketContent answer)
{
    m_places[size_t(number - m_firstNumber)].answer = std::move(answer);
    sendReady();
}

void AnswerQueue::sendReady()
{
    for (; m_sent < m_places.size() && m_places[m_sent].answer; ++m_sent) {
        Place &place = m_places[m_sent];
        std::exchange(place.ack, {}).send(*place.answer);
        place.answer = socketio::PacketContent(QCborArray());
    }
    if (m_sent < m_places.size() && m_sent < usualPlaces)
        return;
    m_places.erase(m_places.begin(), m_places.begin() + std::ptrdiff_t(m_sent));
    m_firstNumber += std::exchange(m_sent, 0);
    if (m_places.empty() && m_places.capacity() > usualPlaces)
        m_places.shrink_to_fit();
}

} // namespace gateway
