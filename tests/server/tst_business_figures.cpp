#include "server/admin/admin_tasks.h"
#include "server/admin/record_writer.h"
#include "server/telemetry/business_figures.h"
#include "server/telemetry/server_metrics.h"
#include "shared/base/random.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// How much a server is used, as the metrics tell it.
class TestBusinessFigures : public QObject
{
    Q_OBJECT

private:
    struct Stage {
        explicit Stage(TestDatabase::Kind kind)
            : place(kind)
            , storage(std::move(*store::ServerStorageSql::open(place.address())))
        {
            Production created;
            created.title = u"Northern Lights"_s;
            created.zone = "Europe/Oslo";
            production = *tasks().createProduction(created);
            QByteArray crew = "Name,Department,Position,Unit\n";
            for (const char *person : {"One", "Two", "Three", "Four", "Five"})
                crew += QByteArray("Camera ") + person + ",Camera,Operator,Main\n" + "Grip "
                    + person + ",Grip,Grip,Main\n";
            if (!tasks().importCrew(production, crew))
                qFatal("no crew");
        }
        [[nodiscard]] AdminTasks tasks() { return {*storage, now}; }
        void enter(const QByteArray &rows)
        {
            const auto done =
                tasks().importDays(production, "Person,Department,Date,Unit,Type,Line\n" + rows);
            if (!done || !allReady(done->verdicts))
                qFatal("no days");
        }
        BusinessFigures::Figures figures()
        {
            if (const auto looked = business.look(*storage, now); !looked)
                qFatal("%s", qPrintable(looked.error().message));
            return business.figures(now);
        }

        TestDatabase place;
        Instant now = instantFromMs(1'763'000'000'000); // 2025-11-13
        std::unique_ptr<store::ServerStorageSql> storage;
        ProductionId production;
        std::atomic<bool> isCancelled = false;
        BusinessFigures business{isCancelled};
    };

    static QByteArray day(const char *person, const char *department, const char *date)
    {
        return QByteArray(person) + ',' + department + ',' + date + ",Main,work,0700 1700\n";
    }

private slots:
    void hoursAreThoseOfDepartmentsThatAreNobody_data() { TestDatabase::kinds(); }
    void hoursAreThoseOfDepartmentsThatAreNobody()
    {
        QFETCH(const TestDatabase::Kind, kind);
        Stage stage(kind);
        QCOMPARE(stage.figures().productions, qint64(1));
        QCOMPARE(stage.figures().day.people, qint64(0));

        QByteArray rows;
        for (const char *person : {"Camera One", "Camera Two", "Camera Three", "Camera Four"})
            rows += day(person, "Camera", "2025-11-12");
        rows += day("Grip One", "Grip", "2025-11-12");
        stage.enter(rows);
        QVERIFY(stage.figures().departments.empty()); // four and one
        QCOMPARE(stage.figures().day.people, qint64(5));
        QCOMPARE(stage.figures().hour.people, qint64(5));
        QCOMPARE(stage.figures().day.users, qint64(0)); // the server itself is none

        stage.enter(day("Camera Five", "Camera", "2025-11-13")
                    + day("Camera One", "Camera", "2025-11-01"));
        const auto figures = stage.figures();
        QCOMPARE(figures.departments.size(), size_t(1));
        QCOMPARE(figures.departments[0].worked, Minutes(5 * 600)); // the first is too long ago

        // A server that starts now sees the same.
        BusinessFigures other(stage.isCancelled);
        QVERIFY(other.look(*stage.storage, stage.now));
        QCOMPARE(other.figures(stage.now).departments[0].worked, Minutes(5 * 600));
        QCOMPARE(other.figures(stage.now).day.people, qint64(6));

        stage.now += 2h;
        QCOMPARE(stage.figures().hour.people, qint64(0));
        QCOMPARE(stage.figures().day.people, qint64(6));
        stage.now += 10 * 24h;
        QVERIFY(stage.figures().departments.empty());
        QCOMPARE(stage.figures().day.people, qint64(0));
    }

    // Also one of long ago.
    void submittedDaysWaitForAnApproval()
    {
        Stage stage(TestDatabase::Kind::Sqlite);
        SeededRandom random(2);
        WorkDay day;
        day.key = {PersonId(random.bytes<16>()), QDate(2025, 3, 3), UnitId(random.bytes<16>())};
        const auto write = [&](DayState state, int call) {
            day.state = state;
            day.call = TimeField::at(call);
            const EntityId id = workDayId(stage.production, day.key);
            const auto written =
                writeRecords(*stage.storage, stage.production,
                             {{EntityType::TimeEntry, id, toGroups(day)}}, stage.now);
            if (!written || written->written != 1)
                qFatal("not written");
        };
        write(DayState::Confirmed, 400);
        QCOMPARE(stage.figures().daysAwaitingApproval, qint64(0));
        write(DayState::Submitted, 400);
        QCOMPARE(stage.figures().daysAwaitingApproval, qint64(1));
        BusinessFigures other(stage.isCancelled);
        QVERIFY(other.look(*stage.storage, stage.now));
        QCOMPARE(other.figures(stage.now).daysAwaitingApproval, qint64(1));
        write(DayState::Confirmed, 401);
        QCOMPARE(stage.figures().daysAwaitingApproval, qint64(0));
    }

    void departmentsThatAreGoneAreNotServed()
    {
        ServerMetrics metrics;
        BusinessFigures::Figures figures;
        SeededRandom random(1);
        figures.departments.push_back({DepartmentId(random.bytes<16>()), Minutes(90)});
        metrics.businessSeen(figures);
        const std::string id = figures.departments[0].department.toString().toStdString();
        const std::string series =
            "filmtracker_department_worked_seconds{department=\"" + id + "\"} 5400";
        QVERIFY(metrics.text().find(series) != std::string::npos);

        metrics.businessSeen({});

        QVERIFY(metrics.text().find(id) == std::string::npos);
    }

    void aLookEndsWhenTheServerStops()
    {
        Stage stage(TestDatabase::Kind::Sqlite);
        stage.isCancelled = true;

        const Result<> looked = stage.business.look(*stage.storage, stage.now);

        QVERIFY(!looked);
        QCOMPARE(looked.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestBusinessFigures)
#include "tst_business_figures.moc"
