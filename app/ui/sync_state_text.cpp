#include "app/ui/sync_state_text.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

QString clockText(const std::optional<Instant> &at, const QTimeZone &zone)
{
    if (!at)
        return u"–"_s;
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*at), zone).toString(u"HH:mm"_s);
}

} // namespace

SyncLook SyncStateText::lookOf(const SyncState &state, const QTimeZone &zone)
{
    const QString at = clockText(state.lastSyncedAt, zone);
    switch (state.kind) {
    case SyncKind::Synced:
        return {u"cloud-check"_s,
                Token::Ok,
                Token::Text,
                {},
                tr("Synced %1").arg(at),
                tr("Everything is saved on this computer")};
    case SyncKind::Working:
        return {u"refresh-cw"_s,
                Token::Text2,
                Token::Text,
                {},
                tr("Sending %1 of %2").arg(state.sent).arg(state.sending),
                {}};
    case SyncKind::OfflineClean:
        return {u"cloud-off"_s, Token::Text2,
                Token::Text,    {},
                tr("Offline"),  tr("Everything is saved on this computer")};
    case SyncKind::OfflineWaiting:
        return {u"cloud-off"_s,
                Token::Warn,
                Token::Warn,
                Token::WarnBg,
                tr("Offline, %n changes waiting", nullptr, state.waiting),
                tr("Saved on this computer. They send by themselves when there is a connection.")};
    case SyncKind::OnHub:
        return {u"radio-tower"_s,
                Token::Ok,
                Token::Text,
                {},
                tr("Set hub, synced %1").arg(at),
                state.offlineSince
                    ? tr("No internet since %1. The hub keeps everything and sends it on later.")
                          .arg(clockText(state.offlineSince, zone))
                    : tr("The hub keeps everything and sends it on.")};
    case SyncKind::Conflict:
        return {u"split"_s,
                Token::Warn,
                Token::Warn,
                Token::WarnBg,
                tr("%n changes to review", nullptr, state.toReview),
                state.isOnHub
                    ? tr("Synced with the set hub %1. Everything else is up to date.").arg(at)
                    : tr("Synced %1. Everything else is up to date.").arg(at)};
    case SyncKind::SignedOut:
        return {u"lock"_s,
                Token::Warn,
                Token::Warn,
                Token::WarnBg,
                tr("Sign in to sync, %n changes waiting", nullptr, state.waiting),
                tr("You can keep working. Your changes stay here until you sign in.")};
    case SyncKind::Failed:
        return {u"triangle-alert"_s,
                Token::Bad,
                Token::Bad,
                {},
                tr("Sync stopped, %n changes waiting", nullptr, state.waiting),
                tr("The server refused a change. Nothing is lost. Open details.")};
    case SyncKind::Review:
        return {u"triangle-alert"_s,
                Token::Warn,
                Token::Warn,
                Token::WarnBg,
                tr("Look before syncing"),
                tr("The server lacks most of what is on this computer. Nothing was removed here. "
                   "Open details.")};
    case SyncKind::Revoked:
        return {u"lock"_s,
                Token::Warn,
                Token::Warn,
                Token::WarnBg,
                tr("Not on this production any more"),
                tr("What you entered was handed over and is still here. Other people's days are "
                   "not. Ask the production office if this is wrong.")};
    case SyncKind::TooOld:
        return {u"triangle-alert"_s,
                Token::Warn,
                Token::Warn,
                Token::WarnBg,
                tr("Update Film Tracker to sync"),
                state.oldestApp.isEmpty()
                    ? tr("The server does not understand this version. What you enter is saved "
                         "on this computer and is sent after the update.")
                    : tr("The server wants version %1 or newer. What you enter is saved and "
                         "handed over; other people's changes come after the update.")
                          .arg(state.oldestApp)};
    case SyncKind::Solo:
        return {u"laptop"_s,
                Token::Text2,
                Token::Text,
                {},
                tr("Only on this computer"),
                state.lastSyncedAt ? tr("Saved here %1. Nothing is shared yet.").arg(at)
                                   : tr("Nothing is shared yet.")};
    }
    Q_UNREACHABLE();
}

} // namespace film::app
