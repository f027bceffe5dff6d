#include "support/counts.h"

Counts Counts::known(Person &person, const QString &room)
{
    const session::RoomState *const state = person.room(room);
    if (!state)
        return {};
    return {state->read, state->unread, state->mentions, state->last ? state->last->id : QString()};
}

Counts Counts::told(Person &person, const QString &room)
{
    Person fresh(person.house(), person->me().name);
    fresh.credentials.token = person.credentials.token;
    return fresh.comeIn() ? known(fresh, room) : Counts();
}
