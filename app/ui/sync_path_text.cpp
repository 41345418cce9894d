#include "app/ui/sync_path_text.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

QString timeText(const std::optional<Instant> &at, const QTimeZone &zone)
{
    if (!at)
        return {};
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*at), zone).toString(u"HH:mm"_s);
}

} // namespace

SyncPathText::Path SyncPathText::pathOf(const SyncState &state, const QTimeZone &zone)
{
    Path path;
    path.places += thisComputer(state);
    path.lines += lineOf(state, zone);
    if (state.isOnHub || state.kind == SyncKind::OnHub) {
        path.places += {u"radio-tower"_s, SyncPath::Tone::Plain, tr("Set hub"),
                        tr("Keeps everything and sends it on")};
        path.lines +=
            {u"unplug"_s, SyncPath::Tone::Warning, true, timeText(state.offlineSince, zone)};
    }
    path.places += server(state, zone);
    return path;
}

SyncPath::Place SyncPathText::thisComputer(const SyncState &state)
{
    SyncPath::Place place{u"laptop"_s, SyncPath::Tone::Confirmed, tr("This computer"), {}};
    if (state.kind == SyncKind::Failed)
        place.tone = SyncPath::Tone::Problem;
    place.detail = state.waiting > 0 && state.kind != SyncKind::Solo
        ? tr("All saved here, %n changes waiting", nullptr, state.waiting)
        : tr("Everything is saved");
    return place;
}

SyncPath::Line SyncPathText::lineOf(const SyncState &state, const QTimeZone &zone)
{
    using Tone = SyncPath::Tone;
    switch (state.kind) {
    case SyncKind::Synced:
    case SyncKind::OnHub:
    case SyncKind::Conflict: return {u"check"_s, Tone::Confirmed, false, tr("Live")};
    case SyncKind::Working: return {u"refresh-cw"_s, Tone::Plain, false, tr("Sending")};
    case SyncKind::OfflineClean:
    case SyncKind::OfflineWaiting:
        return {u"unplug"_s, Tone::Warning, true, timeText(state.offlineSince, zone)};
    case SyncKind::SignedOut:
    case SyncKind::Revoked: return {u"lock"_s, Tone::Warning, true, {}};
    case SyncKind::Review:
    case SyncKind::TooOld: return {u"triangle-alert"_s, Tone::Warning, true, {}};
    case SyncKind::Failed: return {u"triangle-alert"_s, Tone::Problem, true, {}};
    case SyncKind::Solo: break;
    }
    return {u"unplug"_s, Tone::Plain, true, {}};
}

SyncPath::Place SyncPathText::server(const SyncState &state, const QTimeZone &zone)
{
    using Tone = SyncPath::Tone;
    SyncPath::Place place{u"server"_s, Tone::Plain, tr("Production server"), {}};
    const QString at = timeText(state.lastSyncedAt, zone);
    switch (state.kind) {
    case SyncKind::Synced:
    case SyncKind::Conflict:
        place.tone = Tone::Confirmed;
        place.detail = at.isEmpty() ? tr("Has everything") : tr("Has everything, %1").arg(at);
        break;
    case SyncKind::Working:
        place.detail = tr("%1 of %2 arrived").arg(state.sent).arg(state.sending);
        break;
    case SyncKind::OfflineClean:
    case SyncKind::OfflineWaiting:
    case SyncKind::OnHub:
        place.tone = Tone::Warning;
        place.detail = at.isEmpty() ? tr("Not reached. It is tried again by itself.")
                                    : tr("Last reached %1. It is tried again by itself.").arg(at);
        break;
    case SyncKind::SignedOut:
        place.tone = Tone::Warning;
        place.detail = tr("Wants you to sign in again");
        break;
    case SyncKind::Revoked:
        place.tone = Tone::Warning;
        place.detail = tr("You are not on this production any more");
        break;
    case SyncKind::TooOld:
        place.tone = Tone::Warning;
        place.detail = tr("Wants a newer version of Film Tracker");
        break;
    case SyncKind::Review:
        place.tone = Tone::Warning;
        place.detail = tr("Lacks records that are here");
        break;
    case SyncKind::Failed:
        place.tone = Tone::Problem;
        place.detail = tr("Did not accept a change");
        break;
    case SyncKind::Solo: place.detail = tr("None joined yet"); break;
    }
    return place;
}

} // namespace film::app
