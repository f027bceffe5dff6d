#pragma once

#include <QtGlobal>

#include <type_traits>
#include <utility>

namespace viewmodels {

/// Gives a property's member another value and tells by its signal, unless it has that value already. Whether it had
/// another one. Thread: UI thread.
template <typename Object, typename T>
bool assign(Object *object, T &member, std::type_identity_t<T> value, void (Object::*changed)())
{
    if (member == value)
        return false;
    member = std::move(value);
    Q_EMIT(object->*changed)();
    return true;
}

} // namespace viewmodels
