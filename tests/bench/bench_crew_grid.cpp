// The crew grid with a week of 5,000 people: one step of scrolling and one edit, each until the
// window has painted what it changed, as on a screen; and all that is seen painted anew, as when
// the page is opened. Beside a plain table of as many rows and columns of text without a delegate
// of its own. And what a minute that passes asks of it while 300 people are at work: who is late,
// what is ahead of each of them and what it comes to.

#include "app/ui/crew_words_text.h"
#include "app/ui/pages/crew_grid_page.h"
#include "app/ui/pages/crew_grid_view.h"
#include "app/ui/theme/theme.h"
#include "tests/bench/measure.h"
#include "tests/support/fake_crew_store.h"
#include "tests/support/sample_crew.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>

using namespace film;
using namespace film::app;
using namespace film::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int departments = 25;
constexpr int people = 5'000;
constexpr int peopleShort = 50;
constexpr int stepsMax = 200; // in a round
constexpr int stepsShort = 5;
constexpr double frameMs = 16;
constexpr int atWork = 300;
constexpr int atWorkShort = 20;
constexpr int minutesMax = 20;         // in a round
constexpr double partOfMinuteMs = 600; // 1 %
const QSize windowSize(1440, 900);

CrewSnapshot crewOf(int size)
{
    constexpr std::array<const char *, 4> week{"0700 1300-1330 1918", "0700 1300-1330 1930",
                                               "0700 1248-1318 1912-1942 2036", ""};
    CrewSnapshot crew = test::sampleCrew();
    crew.departments.clear();
    for (int i = 0; i < size; ++i) {
        if (i % (size / departments) == 0)
            crew.departments.push_back({test::sampleId<DepartmentId>(int(crew.departments.size())),
                                        u"Department %1"_s.arg(crew.departments.size()),
                                        {}});
        crew.departments.back().people.push_back(
            test::samplePerson(i + 1, "Maya Lindqvist", "1st AC, A-cam", week));
    }
    return crew;
}

// On a Thursday at noon, everybody at work since the morning and under the sample's agreement.
CrewSnapshot crewAtWork(int size)
{
    CrewSnapshot crew = crewOf(size);
    crew.zone = "America/New_York";
    crew.today = test::crewWeek.addDays(test::crewThursday);
    crew.now = Minutes(12 * 60);
    for (CrewDepartment &department : crew.departments) {
        for (CrewPerson &person : department.people) {
            person.deal = Deal{};
            person.deal->person = person.id;
            person.deal->hourlyRate = Money(5200, Currency::Usd);
            person.deal->rulePack = u"NL-2025"_s;
            WorkDay &today = person.days[size_t(test::crewThursday)].day;
            today.call = TimeField::at(7 * 60);
            today.zone = crew.zone;
        }
    }
    return crew;
}

// The grid with the names beside it, which are a view inside it.
void repaintViews(const QAbstractScrollArea &view)
{
    view.viewport()->repaint();
    for (const QAbstractScrollArea *inner : view.findChildren<QAbstractScrollArea *>())
        inner->viewport()->repaint();
}

// The real page over its real models; only the store is in memory.
struct Desk {
    test::FakeCrewStore store;
    test::FakeHistoryStore historyStore;
    CrewWordsText words;
    QUndoStack undo;
    CrewModel model{words};
    CrewFilterModel filter{model};
    ExceptionsModel exceptions{model, words};
    CrewController controller{{store, model, filter, exceptions, undo, words}};
    HistoryModel historyModel{words};
    HistoryController history{historyStore, historyModel};
    Theme theme;
    CrewGridPage page{{controller, model, filter, exceptions, history, historyModel, words}, theme};

    explicit Desk(CrewSnapshot week)
    {
        theme.apply(*qApp);
        store.week = std::move(week);
        page.resize(windowSize);
        page.show();
        controller.showWeek(test::crewWeek);
        QCoreApplication::processEvents();
        page.grid()->expandAll();
        QCoreApplication::processEvents();
    }

    // A wrap that moves by a minute: another text, other hours, another sum.
    void edit(int step)
    {
        const CrewRef ref{test::sampleId<PersonId>(1 + step % 20), test::crewThursday - 1};
        CrewCell cell = *model.cell(ref);
        cell.day.wrap = TimeField::at(19 * 60 + step % 60);
        model.setDays({{ref, cell}});
    }
};

struct Plain {
    QStandardItemModel model;
    QTableView view;

    explicit Plain(int size)
        : model(size, CrewModel::ColumnCount)
    {
        for (int row = 0; row < size; ++row) {
            for (int column = 0; column < CrewModel::ColumnCount; ++column)
                model.setItem(row, column, new QStandardItem(u"0700–1930 12:00"_s));
        }
        view.setModel(&model);
        view.resize(windowSize);
        view.show();
        QCoreApplication::processEvents();
    }
};

class CrewGridBench
{
public:
    explicit CrewGridBench(const Options &options)
        : m_options(options)
        , m_steps(options.isShort ? stepsShort : stepsMax)
        , m_desk(crewOf(options.isShort ? peopleShort : people))
        , m_plain(options.isShort ? peopleShort : people)
        , m_atWork(crewAtWork(options.isShort ? atWorkShort : atWork))
    {
        m_atWork.model.setPayDesk(&m_prices);
        if (m_atWork.model.ahead({}).underWay == 0)
            qFatal("nobody is at work");
    }

    void round()
    {
        m_quietRounds += waitForQuiet(m_options) ? 1 : 0;
        CrewGridView &grid = *m_desk.page.grid();
        m_scroll.add(stepMs([&](int) { scroll(grid); }),
                     stepMs([this](int) { scroll(m_plain.view); }));
        grid.verticalScrollBar()->setValue(0);
        m_plain.view.verticalScrollBar()->setValue(0);
        QCoreApplication::processEvents();
        m_edit.add(stepMs([this](int step) { m_desk.edit(step); }),
                   stepMs([this](int step) { editPlain(step); }));
        m_whole.add(stepMs([&](int) { repaintViews(grid); }),
                    stepMs([this](int) { repaintViews(m_plain.view); }));
        m_minute.add(minuteMs(), partOfMinuteMs);
    }

    int finish() const
    {
        const int code = report({m_scroll, m_edit, m_whole, m_minute}, m_options, m_quietRounds);
        QTextStream(stdout) << "floor of a step and of an edit: ours <= " << frameMs << " ms\n";
        return code;
    }

private:
    static void scroll(const QAbstractScrollArea &view)
    {
        QScrollBar *bar = view.verticalScrollBar();
        bar->setValue(bar->value() + bar->singleStep());
    }

    void editPlain(int step)
    {
        m_plain.model.item(step % 20, 3)->setText(u"0700–19%1 12:00"_s.arg(step % 60));
    }

    // The mean of some minutes: what the processor has to do of it, all the time.
    double minuteMs()
    {
        const Seconds before = threadTime();
        for (int i = 1; i <= minutesMax; ++i) {
            const CrewSnapshot &week = m_atWork.model.snapshot();
            m_atWork.model.setNow(week.today, Minutes(12 * 60 + (week.now.count() + 1) % 60));
            (void)m_atWork.model.ahead({});
            QCoreApplication::processEvents(); // paints
        }
        return (threadTime() - before).count() * 1000 / minutesMax;
    }

    // Of this thread's processor time, which is all there is to it offscreen: what else the machine
    // does is left out. One step in a hundred takes longer.
    template<typename Step>
    double stepMs(const Step &step) const
    {
        std::vector<double> times;
        for (int i = 0; i < m_steps; ++i) {
            const Seconds before = threadTime();
            step(i);
            QCoreApplication::processEvents(); // paints
            times.push_back((threadTime() - before).count() * 1000);
        }
        return percentile(times, 0.99);
    }

    Options m_options;
    int m_steps;
    Desk m_desk;
    Plain m_plain;
    PayDesk m_prices;
    Desk m_atWork;
    int m_quietRounds = 0;
    Figure m_scroll{u"crew grid, 5,000 people: a step of scrolling, p99"_s, u"ms"_s,
                    Figure::Better::Lower};
    Figure m_edit{u"crew grid, 5,000 people: an edit, p99"_s, u"ms"_s, Figure::Better::Lower};
    Figure m_whole{u"crew grid, 5,000 people: all that is seen, p99"_s, u"ms"_s,
                   Figure::Better::Lower};
    Figure m_minute{u"ahead today, 300 people at work: a minute (limit: 1 % of it)"_s, u"ms"_s,
                    Figure::Better::Lower, 1};
};

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const Options options = optionsOf(QCoreApplication::arguments(),
                                      u"How long the crew grid takes to paint a change."_s);
    CrewGridBench bench(options);
    for (int i = 0; i < options.rounds; ++i)
        bench.round();
    return bench.finish();
}
