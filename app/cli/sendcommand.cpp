#include "cli/sendcommand.h"

namespace cli {

SendCommand::SendCommand(const Options &options, Output &output)
    : RoomCommand(options, output, ChatSession::TimeLimit::Everything, Membership::Needed)
{
}

void SendCommand::runIn(const Room &room)
{
    m_sender = std::make_unique<MessageSender>(session(), room.id);
    connect(m_sender.get(), &MessageSender::sent, this, [this](const QString &nonce, const QCborMap &reply) {
        output().printSent(nonce, reply);
        finish(ExitCode::Done);
    });
    connect(m_sender.get(), &MessageSender::refused, this, [this](const ServerError &error) { session().fail(error); });
    m_sender->send(options().text);
}

} // namespace cli
