#pragma once

#include "protocol/result.h"

#include <QString>

#include <variant>

// Steps on files that are there for good when they return. Errors are sentences for people. Thread: any.
namespace storage::sqlite {

using FileOutcome = protocol::Expected<std::monostate, QString>;

/// Waits until what is in the file is on the disk.
[[nodiscard]] FileOutcome syncFile(const QString &path);
/// Gives the file @p from the name @p to, of the same folder: at every moment one of the two has it, whole.
[[nodiscard]] FileOutcome replaceFile(const QString &from, const QString &to);
/// A second name, or where the file system has no such thing a copy.
[[nodiscard]] FileOutcome keepAlsoAs(const QString &path, const QString &second);
[[nodiscard]] FileOutcome copyFile(const QString &from, const QString &to);

} // namespace storage::sqlite
