#include "server/console/html.h"

#include <QFile>
#include <QHash>
#include <QUrl>

#include <algorithm>

// Outside of any namespace, as the macro wants it; a static library's resources are not found
// without.
static void loadConsoleResources()
{
    Q_INIT_RESOURCE(console);
}

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype visitorPathMax = 1024;

// HTML Living Standard, 13.3: with these it is text in an element and in a quoted attribute. What
// is no character of a page (13.5) becomes the sign for that.
void appendEscaped(QString &to, const QString &text)
{
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'&': to += u"&amp;"_s; break;
        case u'<': to += u"&lt;"_s; break;
        case u'>': to += u"&gt;"_s; break;
        case u'"': to += u"&quot;"_s; break;
        case u'\'': to += u"&#39;"_s; break;
        case u'\t':
        case u'\n': to += c; break;
        default: to += c < u' ' || c == u'\x7f' ? QChar(0xfffd) : c;
        }
    }
}

void appendName(QString &to, std::string_view name)
{
    to += QLatin1StringView(name.data(), qsizetype(name.size()));
}

// Elements without an end (13.1.2).
bool isVoid(std::string_view tag)
{
    return tag == "input" || tag == "br" || tag == "hr" || tag == "img" || tag == "link"
        || tag == "meta" || tag == "col";
}

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

// The drawing without its comment and size, which the stylesheet gives it.
QString drawing(const QString &name)
{
    loadConsoleResources();
    QFile file(u":/console/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString svg = QString::fromUtf8(file.readAll());
    const qsizetype begin = svg.indexOf(u'>', svg.indexOf(u"<svg"_s)) + 1;
    QString inside = svg.mid(begin, svg.lastIndexOf(u"</svg>"_s) - begin);
    return inside.simplified();
}

} // namespace

LocalPath::LocalPath(const QStringList &parts)
    : m_text(u"/console"_s)
{
    if (parts.isEmpty())
        m_text += u'/';
    for (const QString &part : parts)
        m_text += u'/' + encoded(part);
}

LocalPath LocalPath::fromVisitor(const QString &text)
{
    LocalPath path;
    const auto isGood = [](QChar c) { return c > u' ' && c < u'\x7f' && c != u'\\' && c != u'"'; };
    if (text.size() <= visitorPathMax && text.startsWith(u"/console/"_s) && !text.contains(u"//"_s)
        && std::ranges::all_of(text, isGood))
        path.m_text = text;
    return path;
}

LocalPath LocalPath::with(const QString &key, const QString &value) const
{
    LocalPath path = *this;
    path.m_text += (m_text.contains(u'?') ? u'&' : u'?') + encoded(key) + u'=' + encoded(value);
    return path;
}

LocalPath LocalPath::onThisPage(const QString &fragment)
{
    LocalPath path;
    path.m_text = u'#' + encoded(fragment);
    return path;
}

Attribute Attribute::href(const LocalPath &to)
{
    Attribute attribute;
    attribute.m_name = "href";
    attribute.m_value = to.text();
    return attribute;
}

Attribute Attribute::action(const LocalPath &to)
{
    Attribute attribute;
    attribute.m_name = "action";
    attribute.m_value = to.text();
    return attribute;
}

Attribute Attribute::onlyIf(bool isThere) const
{
    Attribute attribute = *this;
    attribute.m_isThere = isThere;
    return attribute;
}

Html::Html(const QString &text)
{
    appendEscaped(m_markup, text);
}

Html Html::icon(const QString &name)
{
    static const QHash<QString, QString> drawings = [] {
        QHash<QString, QString> all;
        for (const QString &one : {u"check"_s,        u"chevron-down"_s,
                                   u"circle-check"_s, u"circle-dashed"_s,
                                   u"clapperboard"_s, u"clipboard-check"_s,
                                   u"copy"_s,         u"download"_s,
                                   u"filter"_s,       u"gauge"_s,
                                   u"hard-drive"_s,   u"history"_s,
                                   u"info"_s,         u"laptop"_s,
                                   u"lock"_s,         u"plus"_s,
                                   u"radio-tower"_s,  u"search"_s,
                                   u"send"_s,         u"server"_s,
                                   u"settings"_s,     u"shield-check"_s,
                                   u"split"_s,        u"triangle-alert"_s,
                                   u"users"_s,        u"x"_s})
            all.insert(one, drawing(one));
        return all;
    }();
    Q_ASSERT(!drawings.value(name).isEmpty());
    Html made;
    made.m_markup = u"<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"_s
        + drawings.value(name) + u"</svg>"_s;
    return made;
}

Html &Html::append(const Html &other)
{
    m_markup += other.m_markup;
    return *this;
}

void Html::open(TagName tag, const Attributes &attributes)
{
    m_markup += u'<';
    appendName(m_markup, tag.text());
    for (const Attribute &attribute : attributes) {
        if (!attribute.m_isThere)
            continue;
        m_markup += u' ';
        appendName(m_markup, attribute.m_name);
        if (attribute.m_value.isNull()) // not: empty
            continue;
        m_markup += u"=\""_s;
        appendEscaped(m_markup, attribute.m_value);
        m_markup += u'"';
    }
    m_markup += u'>';
}

void Html::close(TagName tag)
{
    if (isVoid(tag.text()))
        return;
    m_markup += u"</"_s;
    appendName(m_markup, tag.text());
    m_markup += u'>';
}

QByteArray HtmlDocument::make(const QString &title, const QString &stylesheet,
                              const QString &script, const Html &body)
{
    QString page = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n"
                   "<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\""_s;
    appendEscaped(page, stylesheet);
    page += u"\">\n<script defer src=\""_s;
    appendEscaped(page, script);
    page += u"\"></script>\n<title>"_s;
    appendEscaped(page, title);
    page += u"</title>\n</head>\n<body>"_s;
    page += body.m_markup;
    page += u"</body>\n</html>\n"_s;
    return page.toUtf8();
}

Html joined(const std::vector<Html> &pieces)
{
    Html all;
    for (const Html &piece : pieces)
        all.append(piece);
    return all;
}

} // namespace film::server
