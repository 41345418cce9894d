#include "tests/support/sample_generator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

std::optional<int> readNumber(const QString &text, int min, int max)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= min && number <= max ? std::optional(number) : std::nullopt;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    if (isWritten && file.commit())
        return true;
    QTextStream(stderr) << path << u": "_s << file.errorString() << Qt::endl;
    return false;
}

bool writeAll(const film::tests::SampleProduction &sample, const QDir &folder)
{
    if (!folder.mkpath(u"call_sheets"_s)) {
        QTextStream(stderr) << folder.path() << u": cannot be made"_s << Qt::endl;
        return false;
    }
    bool isWritten =
        write(folder.filePath(u"production.csv"_s), film::tests::productionCsv(sample.production))
        && write(folder.filePath(u"crew_list.csv"_s), film::tests::crewListCsv(sample.crew))
        && write(folder.filePath(u"work_days.csv"_s), film::tests::workDaysCsv(sample));
    for (const film::ShootingDay &day : sample.shootingDays) {
        const bool isMain = day.unit == sample.crew.units.front().id;
        const QString name = u"call_sheets/%1_%2.csv"_s.arg(day.date.toString(Qt::ISODate),
                                                            isMain ? u"main"_s : u"second"_s);
        isWritten =
            isWritten && write(folder.filePath(name), film::tests::callSheetCsv(sample, day));
    }
    return isWritten;
}

} // namespace

// Writes the files of an invented production into a folder, as an office would hand them over.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"people"_s, u"How many people, 1 to 6000."_s, u"n"_s, u"120"_s});
    parser.addOption({u"days"_s, u"How many shooting days, 0 to 400."_s, u"n"_s, u"15"_s});
    parser.addOption({u"seed"_s, u"Another number gives another production."_s, u"n"_s, u"1"_s});
    parser.addOption({u"out"_s, u"The folder to write to."_s, u"folder"_s});
    parser.process(application);

    const auto people = readNumber(parser.value(u"people"_s), 1, film::tests::samplePeopleMax);
    const auto days = readNumber(parser.value(u"days"_s), 0, film::tests::sampleDaysMax);
    const auto seed = readNumber(parser.value(u"seed"_s), 0, std::numeric_limits<int>::max());
    if (!people || !days || !seed || !parser.isSet(u"out"_s)) {
        QTextStream(stderr) << parser.helpText();
        return 2;
    }
    const film::tests::SampleProduction sample =
        film::tests::generateProduction({*people, *days, quint64(*seed)});
    return writeAll(sample, QDir(parser.value(u"out"_s))) ? 0 : 1;
}
