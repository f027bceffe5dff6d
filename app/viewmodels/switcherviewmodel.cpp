#include "viewmodels/switcherviewmodel.h"

#include "viewmodels/assign.h"

#include "models/personlook.h"
#include "models/presencetext.h"

#include <algorithm>

namespace viewmodels {

using models::SwitcherRow;
using protocol::chat::RoomKind;
using protocol::chat::User;
using session::RoomState;

namespace {

enum class Fit { Begins, WordBegins, Contains, Scattered, None };

/// How well what was typed fits a name. Scattered: its letters are there, in order.
Fit fitOf(const QString &name, const QString &typed)
{
    const qsizetype at = name.indexOf(typed, 0, Qt::CaseInsensitive);
    if (at == 0)
        return Fit::Begins;
    if (at > 0)
        return name.at(at - 1).isLetterOrNumber() ? Fit::Contains : Fit::WordBegins;
    qsizetype next = 0;
    for (const QChar c : typed) {
        next = name.indexOf(c, next, Qt::CaseInsensitive);
        if (next < 0)
            return Fit::None;
        ++next;
    }
    return Fit::Scattered;
}

} // namespace

SwitcherViewModel::SwitcherViewModel(session::ChatClient &client, Openers openers, QObject *parent)
    : QObject(parent), m_client(client), m_openers(std::move(openers)), m_texts(client)
{
}

void SwitcherViewModel::setQuery(const QString &query)
{
    if (assign(this, m_query, query, &SwitcherViewModel::queryChanged))
        show();
}

void SwitcherViewModel::refresh()
{
    m_candidates = candidates();
    show();
}

QList<SwitcherViewModel::Candidate> SwitcherViewModel::candidates() const
{
    QList<Candidate> all;
    for (const QString &id : m_client.rooms().ids()) {
        const RoomState *state = m_client.rooms().room(id);
        if (state == nullptr)
            continue;
        const bool isDirect = state->room.kind == RoomKind::Direct;
        const QString name = m_texts.name(state->room);
        SwitcherRow row{id,
                        isDirect ? QStringLiteral("direct") : QStringLiteral("room"),
                        name,
                        isDirect ? tr("Direct messages") : state->room.topic,
                        m_texts.color(state->room),
                        models::initialOf(name),
                        state->unread,
                        state->mentions};
        all.append({row, state->last ? state->last->at : 0});
    }
    for (const User &user : m_client.users().all()) {
        if (!m_client.rooms().directWith(user.id).isEmpty())
            continue; // it is among the rooms
        SwitcherRow row{user.id,
                        QStringLiteral("person"),
                        user.name,
                        models::presenceText(m_client.users().presence(user.id), user.lastSeenAt),
                        models::colorOf(user),
                        models::initialOf(user.name),
                        0,
                        0};
        all.append({row, 0});
    }
    return all;
}

void SwitcherViewModel::show()
{
    struct Found
    {
        Fit fit;
        const Candidate *candidate;
    };
    const QString typed = m_query.trimmed();
    std::vector<Found> found;
    for (const Candidate &candidate : std::as_const(m_candidates)) {
        const Fit fit = typed.isEmpty() ? Fit::Begins : fitOf(candidate.row.title, typed);
        if (fit != Fit::None && !(typed.isEmpty() && candidate.row.kind == QLatin1String("person")))
            found.push_back({fit, &candidate});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        if (a.fit != b.fit)
            return a.fit < b.fit;
        const bool isUnread = a.candidate->row.unread > 0;
        if (isUnread != (b.candidate->row.unread > 0))
            return isUnread;
        if (a.candidate->lastAt != b.candidate->lastAt)
            return a.candidate->lastAt > b.candidate->lastAt;
        return a.candidate->row.title.localeAwareCompare(b.candidate->row.title) < 0;
    });
    QList<SwitcherRow> rows;
    for (const Found &one : found) {
        if (rows.size() == maxResults)
            break;
        rows.append(one.candidate->row);
    }
    m_results.setRows(rows);
}

void SwitcherViewModel::open(int row)
{
    const QModelIndex index = m_results.index(row);
    if (!index.isValid())
        return;
    const QString id = index.data(Qt::UserRole).toString();
    const bool isPerson = index.data(Qt::UserRole + 1).toString() == QLatin1String("person");
    setQuery({});
    if (isPerson)
        m_openers.direct(id);
    else
        m_openers.room(id);
}

} // namespace viewmodels
