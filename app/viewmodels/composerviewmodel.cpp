#include "viewmodels/composerviewmodel.h"

#include "viewmodels/assign.h"
#include "viewmodels/commands.h"

#include "models/problemtexts.h"

#include <QDateTime>

namespace viewmodels {

using namespace std::chrono_literals;
using models::TimelineModel;
using protocol::chat::Message;
using protocol::chat::RoomKind;
using session::Entry;
using session::RoomState;

ComposerViewModel::ComposerViewModel(session::ChatClient &client, cache::ChatCache &cache, TimelineModel &timeline,
                                     const markup::EmojiCatalogue &emoji, QObject *parent)
    : QObject(parent), m_client(client), m_cache(cache), m_timeline(timeline), m_emoji(emoji),
      m_completer(client, timeline.timeline().room(), emoji)
{
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(400ms);
    connect(&m_draftTimer, &QTimer::timeout, this, &ComposerViewModel::saveDraft);
    connect(&client, &session::ChatClient::serverChanged, this, &ComposerViewModel::refresh);
    connect(&client.rooms(), &session::RoomDirectory::changed, this, [this](const QString &id) {
        if (id == room())
            refresh();
    });
    loadDraft();
}

ComposerViewModel::~ComposerViewModel()
{
    if (m_draftTimer.isActive())
        saveDraft();
}

// The draft

void ComposerViewModel::loadDraft()
{
    const cache::Draft draft = m_cache.draft(room());
    m_text = draft.text;
    m_cursorPosition = static_cast<int>(draft.text.size());
    m_replyTo = draft.replyTo;
    refreshReply();
    refresh();
}

void ComposerViewModel::saveDraft()
{
    m_draftTimer.stop();
    const cache::Draft draft = m_edit ? cache::Draft{m_edit->textBefore, {}} : cache::Draft{m_text, m_replyTo};
    m_cache.setDraft(room(), draft);
    Q_EMIT draftChanged(!draft.isEmpty());
}

// The text

void ComposerViewModel::setText(const QString &text)
{
    if (!assign(this, m_text, text, &ComposerViewModel::textChanged))
        return;
    if (!m_edit)
        m_client.setTyping(room(), !text.isEmpty());
    m_draftTimer.start();
    refresh();
    refreshCompletions();
}

void ComposerViewModel::setCursorPosition(int cursorPosition)
{
    if (assign(this, m_cursorPosition, cursorPosition, &ComposerViewModel::cursorPositionChanged))
        refreshCompletions();
}

void ComposerViewModel::replaceText(const QString &text, int cursor)
{
    m_cursorPosition = cursor;
    setText(text);
    Q_EMIT cursorPositionChanged();
    Q_EMIT cursorMoved(cursor);
}

void ComposerViewModel::insert(const QString &text)
{
    const int at = std::clamp(m_cursorPosition, 0, static_cast<int>(m_text.size()));
    replaceText(m_text.left(at) + text + m_text.mid(at), at + static_cast<int>(text.size()));
}

void ComposerViewModel::refresh()
{
    const int most = m_client.server().limits.maxMessageCharacters;
    const QString trimmed = m_text.trimmed();
    const int left = most - static_cast<int>(trimmed.toUcs4().size());
    assign(this, m_charactersLeft, left, &ComposerViewModel::charactersLeftChanged);
    assign(this, m_showsCharactersLeft, left < fewCharacters, &ComposerViewModel::showsCharactersLeftChanged);
    assign(this, m_problem, left < 0 ? tr("The text is %n character(s) too long.", nullptr, -left) : QString(),
           &ComposerViewModel::problemChanged);
    assign(this, m_canSend, left >= 0 && !trimmed.isEmpty(), &ComposerViewModel::canSendChanged);

    const RoomState *state = m_client.rooms().room(room());
    if (state == nullptr)
        return;
    const QString name = models::RoomTexts(m_client).name(state->room);
    const bool isDirect = state->room.kind == RoomKind::Direct;
    assign(this, m_placeholder, isDirect ? tr("Message to %1").arg(name) : tr("Message in %1").arg(name),
           &ComposerViewModel::placeholderChanged);
}

void ComposerViewModel::clear()
{
    stopReply();
    replaceText({}, 0);
    saveDraft();
}

// Sending

void ComposerViewModel::send()
{
    if (!m_canSend)
        return;
    QString text = m_text.trimmed();
    if (m_edit) {
        const Edit edit = *m_edit;
        stopEditing(edit.textBefore);
        if (!edit.isRefused) {
            m_client.outbox().edit(edit.key, text);
            return;
        }
        m_client.outbox().discard(edit.key);
        m_client.outbox().post(room(), text);
        return;
    }
    const Commands commands(m_client, room(), [this](const QString &problem) { Q_EMIT problemOccurred(problem); });
    const Commands::Result result = commands.run(text, this);
    if (result.outcome == Commands::Outcome::Post)
        text = result.text;
    if (result.outcome != Commands::Outcome::Done)
        m_client.outbox().post(room(), text, m_replyTo);
    clear();
}

void ComposerViewModel::schedule(double whenMs)
{
    if (!m_canSend || m_edit)
        return;
    const auto at = static_cast<qint64>(whenMs);
    m_client.later().schedule(room(), m_text.trimmed(), at, this, [this, at](const session::Answer<QString> &id) {
        if (!id) {
            Q_EMIT problemOccurred(models::ProblemTexts::text(id.error()));
            return;
        }
        clear();
        Q_EMIT scheduled(at);
    });
}

// Replying and editing

void ComposerViewModel::startReply(const QString &messageId)
{
    m_replyTo = messageId;
    refreshReply();
    m_draftTimer.start();
}

void ComposerViewModel::stopReply()
{
    startReply({});
}

void ComposerViewModel::refreshReply()
{
    const int row = m_replyTo.isEmpty() ? -1 : m_timeline.rowOf(m_replyTo);
    const std::optional<Message> message
        = row >= 0 ? std::optional(m_timeline.entryAt(row).message) : m_cache.message(m_replyTo);
    assign(this, m_isReplying, !m_replyTo.isEmpty(), &ComposerViewModel::isReplyingChanged);
    assign(this, m_replyAuthor, message ? m_client.users().nameOf(message->by) : QString(),
           &ComposerViewModel::replyAuthorChanged);
    assign(this, m_replyText, message ? models::oneLine(message->text, m_emoji) : QString(),
           &ComposerViewModel::replyTextChanged);
}

void ComposerViewModel::replyTo(const QString &key)
{
    const int row = m_timeline.rowOf(key);
    if (row < 0 || m_timeline.entryAt(row).kind != Entry::Kind::Message || m_timeline.entryAt(row).message.isDeleted)
        return;
    if (m_edit)
        stopEditing(m_edit->textBefore);
    startReply(key);
}

void ComposerViewModel::replyToLast()
{
    for (int row = 0; row < m_timeline.count(); ++row) {
        const Entry &entry = m_timeline.entryAt(row);
        if (entry.kind == Entry::Kind::Message && !entry.message.isDeleted && entry.message.by != m_client.me().id) {
            replyTo(entry.key());
            return;
        }
    }
}

void ComposerViewModel::edit(const QString &key)
{
    const int row = m_timeline.rowOf(key);
    if (row < 0 || !m_timeline.index(row).data(TimelineModel::CanEditRole).toBool())
        return;
    const Entry &entry = m_timeline.entryAt(row);
    const bool isRefused = entry.kind == Entry::Kind::Outgoing;
    const QString text = isRefused ? entry.outgoing.text : entry.message.text;
    m_edit = Edit{key, isRefused, m_edit ? m_edit->textBefore : m_text};
    stopReply();
    assign(this, m_editedKey, key, &ComposerViewModel::editedKeyChanged);
    assign(this, m_isEditing, true, &ComposerViewModel::isEditingChanged);
    replaceText(text, static_cast<int>(text.size()));
}

bool ComposerViewModel::editLast()
{
    for (int row = 0; row < m_timeline.count(); ++row) {
        const Entry &entry = m_timeline.entryAt(row);
        const bool isOwn = entry.kind == Entry::Kind::Message && entry.message.by == m_client.me().id;
        if (isOwn && !entry.message.isDeleted) {
            edit(entry.key());
            return true;
        }
    }
    return false;
}

void ComposerViewModel::stopEditing(const QString &text)
{
    m_edit.reset();
    assign(this, m_editedKey, {}, &ComposerViewModel::editedKeyChanged);
    assign(this, m_isEditing, false, &ComposerViewModel::isEditingChanged);
    replaceText(text, static_cast<int>(text.size()));
}

bool ComposerViewModel::unwind()
{
    if (m_isCompleting)
        dismissCompletion();
    else if (m_edit)
        stopEditing(m_edit->textBefore);
    else if (m_isReplying)
        stopReply();
    else
        return false;
    return true;
}

// Completing

void ComposerViewModel::refreshCompletions()
{
    m_word = Completer::wordAt(m_text, m_cursorPosition);
    if (!m_word)
        m_dismissedWord = -1;
    const bool isWanted = m_word && m_word->start != m_dismissedWord;
    m_completions.setCompletions(isWanted ? m_completer.completions(*m_word) : QList<models::Completion>());
    assign(this, m_isCompleting, m_completions.count() > 0, &ComposerViewModel::isCompletingChanged);
    setCompletionIndex(m_isCompleting ? 0 : -1);
}

void ComposerViewModel::setCompletionIndex(int completionIndex)
{
    assign(this, m_completionIndex, completionIndex, &ComposerViewModel::completionIndexChanged);
}

void ComposerViewModel::acceptCompletion(int row)
{
    const QModelIndex index = m_completions.index(row);
    if (!m_word || !index.isValid())
        return;
    const QString insertion = index.data(Qt::UserRole).toString();
    const int start = m_word->start;
    const QString after = m_text.mid(start + 1 + m_word->typed.size());
    replaceText(m_text.left(start) + insertion + after, start + static_cast<int>(insertion.size()));
}

void ComposerViewModel::dismissCompletion()
{
    if (m_word)
        m_dismissedWord = m_word->start;
    refreshCompletions();
}

} // namespace viewmodels
