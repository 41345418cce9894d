#include "server/cli/terminal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace film::admin_cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype cellMax = 60;

// Nothing that somebody typed elsewhere moves the cursor here.
QString plain(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' ';
    }
    return text;
}

QString cellOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? u"yes"_s : u"no"_s;
    case QJsonValue::Double: return QString::number(value.toInteger());
    case QJsonValue::String: return plain(value.toString());
    case QJsonValue::Array: return QString::number(value.toArray().size());
    default: return u"-"_s;
    }
}

// "pay.gross_minor": of the object in it.
QJsonValue valueAt(const QJsonObject &object, const QString &column)
{
    QJsonValue value = object;
    for (const QString &key : column.split(u'.'))
        value = value[key];
    return value;
}

// Stops showing what is typed, for as long as it lives.
class Hidden
{
public:
    explicit Hidden(bool isWanted)
        : m_isOn(isWanted && tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isOn)
            return;
        termios hidden = m_before;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~Hidden()
    {
        if (!m_isOn)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputs("\n", stderr);
    }
    Q_DISABLE_COPY_MOVE(Hidden)

private:
    termios m_before{};
    const bool m_isOn;
};

} // namespace

void say(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout);
}

void complain(const QString &text)
{
    std::fputs(u"filmtracker-admin: %1\n"_s.arg(text).toUtf8().constData(), stderr);
}

QString ask(const QString &question, bool isSecret)
{
    if (isatty(STDIN_FILENO))
        std::fputs(QString(question + u": "_s).toUtf8().constData(), stderr);
    const Hidden hidden(isSecret);
    static QTextStream input(stdin);
    return input.readLine().trimmed();
}

QString tableOf(const QJsonObject &answer, const QStringList &columns)
{
    const bool isList = answer.contains(u"items"_s);
    const QJsonArray items = isList ? answer.value(u"items"_s).toArray() : QJsonArray{answer};
    QString text;
    if (!isList && columns.size() == 1)
        return cellOf(valueAt(answer, columns.first())) + u'\n';
    std::vector<QStringList> rows;
    if (isList)
        rows.push_back(columns);
    for (const QJsonValue &item : items) {
        QStringList row;
        for (const QString &column : columns)
            row.append(cellOf(valueAt(item.toObject(), column)));
        rows.push_back(row);
    }
    if (!isList) {
        for (qsizetype i = 0; i < columns.size(); ++i)
            text += columns.at(i) + u": "_s + rows.front().at(i) + u'\n';
        return text;
    }
    std::vector<qsizetype> widths(size_t(columns.size()), 0);
    for (const QStringList &row : rows) {
        for (size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], std::min(row.at(qsizetype(i)).size(), cellMax));
    }
    for (const QStringList &row : rows) {
        QString line;
        for (size_t i = 0; i < widths.size(); ++i)
            line += row.at(qsizetype(i)).leftJustified(widths[i] + 2);
        text += line.trimmed() + u'\n';
    }
    return text;
}

} // namespace film::admin_cli
