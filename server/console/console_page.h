#pragma once

#include "server/console/console_call.h"

namespace film::server {

// Which entry of the navigation a page belongs to.
enum class Place {
    None,
    Overview,
    Sessions,
    People,
    Audit,
    Webhooks,
    Accounts,
    Acts,
    Backups,
    Retention,
    Settings
};

struct Page {
    Place place = Place::None;
    QString title;
    Html badge{};   // beside the title
    Html actions{}; // at the right of the title
    Html body;
    int status = 200;
};

// With navigation, for somebody who is signed in.
[[nodiscard]] WebResponse framed(const ConsoleCall &call, const Page &page);
// One panel alone, for somebody who is not, or not quite.
[[nodiscard]] WebResponse lonePanel(const QString &title, const Html &body, int status = 200);
// For what went wrong before it was known who asks; and after.
[[nodiscard]] WebResponse barePage(const Error &error);
[[nodiscard]] WebResponse barePage(int status, const Error &error);
[[nodiscard]] WebResponse errorPage(const ConsoleCall &call, const Error &error);
[[nodiscard]] WebResponse errorPage(const ConsoleCall &call, int status, const Error &error);
// After a write, so that reloading does not repeat it (RFC 9110, 15.4.4).
[[nodiscard]] WebResponse seeOther(const LocalPath &to);
// As the visitor asked for it.
[[nodiscard]] QString pathOf(const WebRequest &request);

// ---- parts of pages ----

// Every form that writes: it brings along what shows that it is one of ours.
template<typename... Inner>
[[nodiscard]] Html writeForm(const ConsoleCall &call, const LocalPath &to, const QString &style,
                             const Inner &...inner)
{
    return el("form", {{"method", QStringLiteral("post")}, Attribute::action(to), {"class", style}},
              el("input",
                 {{"type", QStringLiteral("hidden")},
                  {"name", QStringLiteral("token")},
                  {"value", call.formToken}}),
              inner...);
}

struct Field {
    QString name; // also its id
    QString label;
    QString type = QStringLiteral("text");
    QString value{};
    QString autocomplete = QStringLiteral("off");
    QString hint{};
    bool isNeeded = true;
    bool isFirst = false; // has the focus
};
[[nodiscard]] Html fieldOf(const Field &field);

struct Choice {
    QString value;
    QString words;
};
// With its label, unless that is for those who listen alone.
[[nodiscard]] Html choiceOf(const QString &name, const QString &label,
                            const std::vector<Choice> &choices, const QString &chosen,
                            bool isLabelSeen = true);

[[nodiscard]] Html hidden(const QString &name, const QString &value);
[[nodiscard]] Html button(const Html &words, const QString &style = {});
[[nodiscard]] Html link(const LocalPath &to, const Html &words, const QString &style = {});

enum class Tone { Good, Warning, Bad, Plain };
[[nodiscard]] Html notice(Tone tone, const Html &words); // announced
[[nodiscard]] Html mark(Tone tone, const QString &icon, const QString &words);
// What went wrong with a form; nothing for an empty text.
[[nodiscard]] Html problemNotice(const QString &words);
// What was done, from `done` of the query: one of a closed set of sentences.
[[nodiscard]] Html doneNotice(const ConsoleCall &call);

// `id` names the heading.
struct Panel {
    QString title;
    QString id;
    Html beside{}; // right of the title, small
    Html actions{};
    Html body;
    QString style{};
};
[[nodiscard]] Html panelOf(const Panel &panel);

struct Column {
    QString title;
    QString style{};
    bool isTitleSeen = true;
};
// Every cell of a row under its column; the first one names the row.
using TableRow = std::vector<Html>;
[[nodiscard]] Html tableOf(const QString &caption, const std::vector<Column> &columns,
                           const std::vector<TableRow> &rows);
[[nodiscard]] Html emptyWords(const Html &words);
// Terms and what they are.
[[nodiscard]] Html factsOf(const std::vector<std::pair<QString, Html>> &facts);

} // namespace film::server
