#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace film::server {

enum class PasswordProblem { TooShort, TooLong, TooCommon, IsTheLogin };

// NIST SP 800-63B, 5.1.1.2: length, and a list of what is guessed first; no rules about kinds of
// characters, and no expiry. 12 to 128 characters, at most 512 bytes. Nothing if it is good.
[[nodiscard]] std::optional<PasswordProblem> passwordProblem(const QString &password,
                                                             const QString &login);

// What to do about it, for whoever typed it.
[[nodiscard]] QString passwordProblemText(PasswordProblem problem);

// As it is hashed: in Unicode's form KC, as the same section asks for, so that it is the same from
// every keyboard. Nothing for what cannot be a password, whose length is bounded before it costs.
[[nodiscard]] std::optional<QByteArray> passwordBytes(const QString &password);

} // namespace film::server
