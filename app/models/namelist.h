#pragma once

#include <QStringList>

namespace models {

/// `Ann`, `Ann and Bob`, `Ann, Bob and Carol`; beyond @p most names `Ann, Bob and 3 others`. Thread: any.
[[nodiscard]] QString nameList(const QStringList &names, int most = 8);

} // namespace models
