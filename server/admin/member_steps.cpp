#include "server/admin/admin_steps.h"

#include "server/identity/account_admin.h"
#include "shared/base/random.h"
#include "shared/store/identity_repository.h"

#include <QJsonArray>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

// Who is on a production, with which devices, and who signs in.
struct MemberSteps {
    static int invite(AdminRun &run)
    {
        const auto production = run.productionId();
        if (!production)
            return run.misunderstood(u"--production is missing"_s);
        InviteWish wish;
        wish.personName = run.value(u"person"_s);
        if (run.has(u"role"_s)) {
            const auto role = run.tasks().roleNamed(*production, run.value(u"role"_s));
            if (!role && role.error().code == ErrorCode::InvalidInput)
                return run.misunderstood(
                    u"--role is crew, head-of-department, coordinator … or a role "
                    "that the production made"_s);
            if (!role)
                return run.failed(role.error());
            wish.role = role->role;
            wish.custom = role->custom;
        }
        if (run.has(u"hours"_s))
            wish.life = std::chrono::hours(run.value(u"hours"_s).toInt());
        if (wish.life < std::chrono::hours(1) || wish.life > std::chrono::hours(24 * 60))
            return run.misunderstood(u"--hours is a number from 1 to 1440"_s);
        const auto code = run.tasks().invite(*production, wish);
        if (!code)
            return run.failed(code.error());
        run.tell(*code, {{u"code"_s, *code}});
        return admin_exit::done;
    }

    static int invites(AdminRun &run)
    {
        const auto production = run.productionId();
        if (!production)
            return run.misunderstood(u"--production is missing"_s);
        const auto rows = store::IdentityRepository(run.storage().database()).invites(*production);
        if (!rows)
            return run.failed(rows.error());
        QJsonArray list;
        for (const store::InviteRow &row : *rows) {
            const QString state = row.usedMs ? u"used"_s : u"open"_s;
            list.append(QJsonObject{{u"name"_s, row.whom.name},
                                    {u"role"_s, row.roleText()},
                                    {u"expires"_s, utcText(row.expiresMs)},
                                    {u"state"_s, state}});
            if (!run.isJson())
                run.say(u"%1  %2  until %3  %4\n"_s.arg(state, row.roleText(),
                                                        utcText(row.expiresMs), row.whom.name));
        }
        return run.listed(list);
    }

    static int devices(AdminRun &run)
    {
        const auto production = run.productionId();
        if (!production)
            return run.misunderstood(u"--production is missing"_s);
        const auto rows = store::IdentityRepository(run.storage().database()).devices(*production);
        if (!rows)
            return run.failed(rows.error());
        QJsonArray list;
        for (const store::DeviceRow &row : *rows) {
            const QString state = row.revoked ? u"revoked"_s : u"active"_s;
            list.append(QJsonObject{
                {u"device"_s, row.device.toString()}, {u"name"_s, row.name}, {u"state"_s, state}});
            if (!run.isJson())
                run.say(u"%1  %2  %3\n"_s.arg(row.device.toString(), state, row.name));
        }
        return run.listed(list);
    }

    static int revokeDevice(AdminRun &run)
    {
        const auto production = run.productionId();
        const auto device = DeviceId::fromString(run.value(u"device"_s));
        if (!production || !device)
            return run.misunderstood(u"--production or --device is missing"_s);
        if (const Result<> revoked = run.tasks().revokeDevice(*production, *device); !revoked)
            return run.failed(revoked.error());
        run.tell(u"revoked"_s, {{u"device"_s, device->toString()}, {u"state"_s, u"revoked"_s}});
        return admin_exit::done;
    }

    static int setRole(AdminRun &run)
    {
        const auto production = run.productionId();
        const QString person = run.value(u"person"_s);
        const auto role = production ? run.tasks().roleNamed(*production, run.value(u"role"_s))
                                     : fail(ErrorCode::InvalidInput, QString());
        const bool isUnknown = !role && role.error().code == ErrorCode::InvalidInput;
        if (isUnknown || person.isEmpty())
            return run.misunderstood(u"--production, --person or --role is missing or unknown"_s);
        if (!role)
            return run.failed(role.error());
        if (const Result<> set = run.tasks().setRole(*production, person, *role); !set)
            return run.failed(set.error());
        run.tell(u"%1 is %2 now"_s.arg(person, role->text()),
                 {{u"person"_s, person}, {u"role"_s, role->text()}});
        return admin_exit::done;
    }

    static int endMember(AdminRun &run)
    {
        const auto production = run.productionId();
        if (!production || run.value(u"person"_s).isEmpty())
            return run.misunderstood(u"--production or --person is missing"_s);
        if (const Result<> ended = run.tasks().endMember(*production, run.value(u"person"_s));
            !ended)
            return run.failed(ended.error());
        run.tell(u"%1 is not on the production any more"_s.arg(run.value(u"person"_s)),
                 {{u"person"_s, run.value(u"person"_s)}, {u"state"_s, u"ended"_s}});
        return admin_exit::done;
    }

    // The first administrator is made so; nobody else has to be asked.
    static int createAccount(AdminRun &run)
    {
        const AccountWish wish{run.value(u"login"_s), run.value(u"name"_s),
                               run.has(u"server-administrator"_s)};
        if (wish.login.isEmpty() || wish.displayName.isEmpty())
            return run.misunderstood(u"--login or --name is missing"_s);
        if (run.dataFolder().isEmpty())
            return run.misunderstood(u"--data is missing: the folder that the server is given"_s);
        SystemRandom random;
        const Result<SecretBox> box = run.secretBox();
        if (!box)
            return run.failed(box.error());
        PasswordHasher hasher;
        AccountAdmin accounts({run.storage().database(), hasher, *box, random, {}}, {});
        const Result<NewAccount> made = accounts.createLocally(wish, SystemClock().now());
        if (!made)
            return run.failed(made.error());
        run.tell(u"%1  sets the first password with %2"_s.arg(made->id.toString(), made->code),
                 {{u"account"_s, made->id.toString()}, {u"password_code"_s, made->code}});
        return admin_exit::done;
    }
};

} // namespace

AdminSteps memberSteps()
{
    return {
        {u"invite"_s, &MemberSteps::invite},
        {u"invites"_s, &MemberSteps::invites},
        {u"devices"_s, &MemberSteps::devices},
        {u"revoke-device"_s, &MemberSteps::revokeDevice},
        {u"set-role"_s, &MemberSteps::setRole},
        {u"end-member"_s, &MemberSteps::endMember},
        {u"create-account"_s, &MemberSteps::createAccount},
    };
}

} // namespace film::server
