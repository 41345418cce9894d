#pragma once

#include "server/http/web_message.h"
#include "server/identity/sign_in.h"

namespace film::server {

[[nodiscard]] QString dutyName(Principal::Duty duty);
// What somebody keeps who is signed in now (RFC 6749, 5.1). Nobody on the way may keep it.
[[nodiscard]] WebResponse signedInAnswer(const SignedIn &signedIn, Instant now);
// What a program can do about it is in `reason`; what it needs for that in `more`.
[[nodiscard]] WebResponse refusal(int status, const QString &reason, const QString &detail,
                                  const QJsonObject &more = {});
[[nodiscard]] WebResponse refusedSignIn(const SignInRefused &refused);

} // namespace film::server
