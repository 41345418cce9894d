#include "server/admin/admin_command.h"

#include "server/admin/admin_steps.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

const QString adminUsage = uR"(filmtracker-server admin COMMAND --database URL [--json] [--standby]
  create-production --title T [--episode E] --zone ZONE --week-ends DAY --currency CODE
  list-productions
  import-crew       --production ID FILE.csv
  import-callsheets --production ID FILE.csv...
  import-days       --production ID FILE.csv
  invite            --production ID --person NAME [--role ROLE] [--hours 72]
  invite            --production ID --role coordinator [--hours 72]
  invites           --production ID
  devices           --production ID
  revoke-device     --production ID --device ID
  verify-log        --production ID [SAVED.txt...]
  epochs            --production ID
  restore-done
  audit verify      [--production ID] [--data DIR | --key HEX]
  audit export      --production ID FILE
  audit anchor      --data DIR
  audit key         --data DIR
  person export     --production ID --person NAME FILE.json
  person erase      --production ID --person NAME [--dry-run]
  hold set          --production ID [--person NAME] --reason TEXT
  hold lift         --production ID [--person NAME]
  hold list
  retention set     --kind KIND --days N
  retention keep    --kind KIND
  retention list
  retention run     [--dry-run]
  set-role          --production ID --person NAME --role ROLE
  end-member        --production ID --person NAME
  diagnose
  create-account    --login NAME@HOST --name NAME [--server-administrator] [--data DIR]
--standby: what only reads, from a standby of the URL's hosts; it may be some moments behind
)"_s;

AdminSteps allAdminSteps()
{
    AdminSteps all;
    for (AdminSteps some : {productionSteps(), memberSteps(), auditSteps(), privacySteps()})
        all.merge(some);
    return all;
}

} // namespace

int runAdmin(const QStringList &arguments)
{
    AdminRun run;
    if (arguments.value(0) == u"help") {
        run.say(adminUsage);
        return admin_exit::done;
    }
    // "audit verify" is one command of two words.
    const AdminSteps steps = allAdminSteps();
    auto step = steps.find(arguments.mid(0, 2).join(u' '));
    const bool isOfTwo = step != steps.end();
    if (!isOfTwo)
        step = steps.find(arguments.value(0));
    if (step == steps.end())
        return run.misunderstood(adminUsage);
    if (!run.read(step->first, isOfTwo ? arguments.mid(1) : arguments))
        return run.misunderstood(run.problem());
    if (const Result<> opened = run.open(); !opened)
        return run.failed(opened.error());
    return step->second(run);
}

} // namespace film::server
