#include "server/http/session_answers.h"

#include "server/http/api_values.h"
#include "server/http/problem.h"

#include <QJsonDocument>

namespace film::server {

using namespace Qt::StringLiterals;

QString dutyName(Principal::Duty duty)
{
    switch (duty) {
    case Principal::Duty::None: return u"none"_s;
    case Principal::Duty::ChangePassword: return u"change-password"_s;
    case Principal::Duty::EnrolSecondFactor: return u"enrol-second-factor"_s;
    }
    Q_UNREACHABLE();
}

WebResponse signedInAnswer(const SignedIn &signedIn, Instant now)
{
    using std::chrono::duration_cast;
    using std::chrono::seconds;
    WebResponse response = WebResponse::json(
        {{u"access_token"_s, QString::fromLatin1(signedIn.accessToken)},
         {u"token_type"_s, u"Bearer"_s},
         {u"expires_in"_s, qint64(duration_cast<seconds>(signedIn.accessExpires - now).count())},
         {u"refresh_token"_s, QString::fromLatin1(signedIn.refreshToken)},
         {u"session"_s, signedIn.session.toString()},
         {u"session_ends"_s, timeText(msSinceEpoch(signedIn.sessionEnds))},
         {u"duty"_s, dutyName(signedIn.duty)}});
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

WebResponse refusal(int status, const QString &reason, const QString &detail,
                    const QJsonObject &more)
{
    WebResponse response = problem(
        status, {status == 429 ? ErrorCode::LimitExceeded : ErrorCode::Unauthenticated, detail});
    QJsonObject object = QJsonDocument::fromJson(response.body).object();
    for (auto one = more.begin(); one != more.end(); ++one)
        object[one.key()] = one.value();
    object[u"reason"_s] = reason;
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

WebResponse refusedSignIn(const SignInRefused &refused)
{
    using Reason = SignInRefused::Reason;
    switch (refused.reason) {
    case Reason::Wrong:
        return refusal(401, u"wrong"_s, u"the login or the password is not right"_s);
    case Reason::WrongCode:
        return refusal(401, u"wrong-code"_s, u"the code is not right, or it was used"_s);
    case Reason::TooEarly:
    case Reason::Busy: break;
    }
    const bool isEarly = refused.reason == Reason::TooEarly;
    WebResponse response = refusal(429, isEarly ? u"too-early"_s : u"busy"_s,
                                   isEarly ? u"too many attempts failed; wait"_s
                                           : u"too many sign in at once; try again"_s);
    const auto wait = std::chrono::ceil<std::chrono::seconds>(refused.wait);
    response.headers.emplace_back(
        "Retry-After",
        QByteArray::number(qint64(std::max(wait.count(), decltype(wait.count())(1)))));
    return response;
}

} // namespace film::server
