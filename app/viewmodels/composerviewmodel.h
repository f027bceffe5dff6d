#pragma once

#include "viewmodels/completer.h"

#include "models/completionmodel.h"
#include "models/timelinemodel.h"

#include "session/chatclient.h"

#include "cache/chatcache.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <qqmlregistration.h>

#include <optional>

namespace viewmodels {

/// What is being written in a room.
/// Thread: UI thread.
class ComposerViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to a RoomViewModel")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int cursorPosition READ cursorPosition WRITE setCursorPosition NOTIFY cursorPositionChanged)
    Q_PROPERTY(QString placeholder READ placeholder NOTIFY placeholderChanged)
    Q_PROPERTY(bool isReplying READ isReplying NOTIFY isReplyingChanged)
    Q_PROPERTY(QString replyAuthor READ replyAuthor NOTIFY replyAuthorChanged)
    Q_PROPERTY(QString replyText READ replyText NOTIFY replyTextChanged)
    Q_PROPERTY(bool isEditing READ isEditing NOTIFY isEditingChanged)
    Q_PROPERTY(QString editedKey READ editedKey NOTIFY editedKeyChanged)
    Q_PROPERTY(bool canSend READ canSend NOTIFY canSendChanged)
    Q_PROPERTY(int charactersLeft READ charactersLeft NOTIFY charactersLeftChanged)
    Q_PROPERTY(bool showsCharactersLeft READ showsCharactersLeft NOTIFY showsCharactersLeftChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(models::CompletionModel *completions READ completions CONSTANT)
    Q_PROPERTY(bool isCompleting READ isCompleting NOTIFY isCompletingChanged)
    Q_PROPERTY(int completionIndex READ completionIndex WRITE setCompletionIndex NOTIFY completionIndexChanged)

public:
    /// Fewer characters left than this are shown.
    static constexpr int fewCharacters = 200;

    /// All of them outlive it.
    ComposerViewModel(session::ChatClient &client, cache::ChatCache &cache, models::TimelineModel &timeline,
                      const markup::EmojiCatalogue &emoji, QObject *parent = nullptr);
    ~ComposerViewModel() override;

    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);
    /// In UTF-16 units, as QML counts.
    [[nodiscard]] int cursorPosition() const { return m_cursorPosition; }
    void setCursorPosition(int cursorPosition);
    [[nodiscard]] const QString &placeholder() const { return m_placeholder; }
    [[nodiscard]] bool isReplying() const { return m_isReplying; }
    [[nodiscard]] const QString &replyAuthor() const { return m_replyAuthor; }
    /// The beginning of what is being answered.
    [[nodiscard]] const QString &replyText() const { return m_replyText; }
    [[nodiscard]] bool isEditing() const { return m_isEditing; }
    /// Key of the message being edited; empty: none.
    [[nodiscard]] const QString &editedKey() const { return m_editedKey; }
    [[nodiscard]] bool canSend() const { return m_canSend; }
    [[nodiscard]] int charactersLeft() const { return m_charactersLeft; }
    /// True when fewer than 200 are left.
    [[nodiscard]] bool showsCharactersLeft() const { return m_showsCharactersLeft; }
    /// Why it cannot be sent, for people.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] models::CompletionModel *completions() { return &m_completions; }
    [[nodiscard]] bool isCompleting() const { return m_isCompleting; }
    /// The row that acceptCompletion() would take by default.
    [[nodiscard]] int completionIndex() const { return m_completionIndex; }
    void setCompletionIndex(int completionIndex);

    /// Sends it, or keeps the edit; nothing while canSend is false.
    Q_INVOKABLE void send();
    /// Puts that completion in place of the word at the cursor.
    Q_INVOKABLE void acceptCompletion(int row);
    /// Hides the list until another word is begun.
    Q_INVOKABLE void dismissCompletion();
    /// Makes it an answer.
    Q_INVOKABLE void replyTo(const QString &key);
    /// Makes it an answer to the latest message of somebody else.
    Q_INVOKABLE void replyToLast();
    /// Changes a message of one's own instead of writing a new one.
    Q_INVOKABLE void edit(const QString &key);
    /// The same for one's latest; false if there is none to change.
    Q_INVOKABLE bool editLast();
    /// Takes back one step, as Esc does: the list, the edit, the reply. False if there was none.
    Q_INVOKABLE bool unwind();
    /// At the cursor.
    Q_INVOKABLE void insert(const QString &text);
    /// Has the server post it later; UTC milliseconds.
    Q_INVOKABLE void schedule(double whenMs);

Q_SIGNALS:
    void textChanged();
    void cursorPositionChanged();
    void placeholderChanged();
    void isReplyingChanged();
    void replyAuthorChanged();
    void replyTextChanged();
    void isEditingChanged();
    void editedKeyChanged();
    void canSendChanged();
    void charactersLeftChanged();
    void showsCharactersLeftChanged();
    void problemChanged();
    void isCompletingChanged();
    void completionIndexChanged();
    /// The cursor is elsewhere because the text has been changed here, not by the view.
    void cursorMoved(int position);
    /// Whether something has been begun here.
    void draftChanged(bool hasDraft);
    /// Something did not work; a sentence for people.
    void problemOccurred(const QString &text);
    /// The server will post it at that time, UTC milliseconds.
    void scheduled(qint64 at);

private:
    /// What the text is for.
    struct Edit
    {
        QString key;
        bool isRefused = false; ///< never sent: what is sent now takes its place
        QString textBefore; ///< what was being written
    };

    void loadDraft();
    void saveDraft();
    void replaceText(const QString &text, int cursor);
    void refresh();
    void refreshReply();
    void refreshCompletions();
    void clear();
    void stopEditing(const QString &text);
    void startReply(const QString &messageId);
    void stopReply();
    [[nodiscard]] QString room() const { return m_timeline.timeline().room(); }

    session::ChatClient &m_client;
    cache::ChatCache &m_cache;
    models::TimelineModel &m_timeline;
    const markup::EmojiCatalogue &m_emoji;
    Completer m_completer;
    models::CompletionModel m_completions;
    std::optional<Completer::Word> m_word; ///< being completed
    int m_dismissedWord = -1; ///< where a word begins that is not to be completed
    std::optional<Edit> m_edit;
    QString m_replyTo;
    QTimer m_draftTimer;
    QString m_text;
    int m_cursorPosition = 0;
    QString m_placeholder;
    bool m_isReplying = false;
    QString m_replyAuthor;
    QString m_replyText;
    bool m_isEditing = false;
    QString m_editedKey;
    bool m_canSend = false;
    int m_charactersLeft = 0;
    bool m_showsCharactersLeft = false;
    QString m_problem;
    bool m_isCompleting = false;
    int m_completionIndex = 0;
};

} // namespace viewmodels
