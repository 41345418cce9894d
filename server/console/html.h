#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

namespace film::server {

// The name of an element: a literal of ours that the compiler has looked at. Neither `script` nor
// `style` can be made, so nothing is ever written into one.
class TagName
{
public:
    template<size_t size>
    consteval TagName(const char (&name)[size])
        : m_text(name, size - 1)
    {
        const std::string_view text(name, size - 1);
        if (!isPlain(text) || text == "script" || text == "style")
            throw "no name of an element that is made here";
    }
    [[nodiscard]] std::string_view text() const { return m_text; }

    [[nodiscard]] static constexpr bool isPlain(std::string_view text)
    {
        for (const char c : text) {
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-')
                return false;
        }
        return !text.empty();
    }

private:
    std::string_view m_text;
};

// A path below /console, with its query: where links, forms and redirects of these pages go. There
// is no way to make another one, so none of them leads to another server or runs a script.
class LocalPath
{
public:
    // {"productions", id, "people"}; each part is one, whatever is in it.
    explicit LocalPath(const QStringList &parts = {});
    // What a visitor brought along as the place to go back to; the start page for all else.
    [[nodiscard]] static LocalPath fromVisitor(const QString &text);

    [[nodiscard]] LocalPath with(const QString &key, const QString &value) const;
    [[nodiscard]] static LocalPath onThisPage(const QString &fragment);
    // Percent-encoded.
    [[nodiscard]] const QString &text() const { return m_text; }

    friend bool operator==(const LocalPath &, const LocalPath &) = default;

private:
    QString m_text;
};

// The name of an attribute whose value is a text: not one that runs (`on…`), styles or loads.
class AttributeName
{
public:
    template<size_t size>
    consteval AttributeName(const char (&name)[size])
        : m_text(name, size - 1)
    {
        const std::string_view text(name, size - 1);
        if (!TagName::isPlain(text) || (size > 2 && name[0] == 'o' && name[1] == 'n')
            || text == "style" || text == "href" || text == "src" || text == "action"
            || text == "formaction" || text == "srcdoc")
            throw "no attribute that takes a text here";
    }
    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    std::string_view m_text;
};

// With its value, which is escaped when it is written; without one for `required` and its like.
class Attribute
{
public:
    Attribute(AttributeName name, const QString &value)
        : m_name(name.text())
        , m_value(value)
    {}
    Attribute(AttributeName name)
        : m_name(name.text())
    {}
    [[nodiscard]] static Attribute href(const LocalPath &to);
    [[nodiscard]] static Attribute action(const LocalPath &to);
    // Left out if `isThere` is false.
    [[nodiscard]] Attribute onlyIf(bool isThere) const;

private:
    friend class Html;
    Attribute() = default;

    std::string_view m_name;
    QString m_value; // null: it has none
    bool m_isThere = true;
};

using Attributes = std::vector<Attribute>;

// A piece of a page. A text becomes one by being escaped, and markup only by element(): there is no
// other way in, so a text can never come out as markup.
class Html
{
public:
    Html() = default;
    Html(const QString &text);

    template<typename... Inner>
    [[nodiscard]] static Html element(TagName tag, const Attributes &attributes,
                                      const Inner &...inner)
    {
        Html made;
        made.open(tag, attributes);
        (made.append(Html(inner)), ...);
        made.close(tag);
        return made;
    }
    // One of our own drawings (resources/icons); hidden from those who listen.
    [[nodiscard]] static Html icon(const QString &name);

    Html &append(const Html &other);
    [[nodiscard]] bool isEmpty() const { return m_markup.isEmpty(); }

private:
    friend class HtmlDocument;
    void open(TagName tag, const Attributes &attributes);
    void close(TagName tag);

    QString m_markup;
};

// A whole page: what its title is and what is in its body. `stylesheet` and `script` are of
// console_assets.h.
class HtmlDocument
{
public:
    [[nodiscard]] static QByteArray make(const QString &title, const QString &stylesheet,
                                         const QString &script, const Html &body);
};

template<typename... Inner>
[[nodiscard]] Html el(TagName tag, const Attributes &attributes, const Inner &...inner)
{
    return Html::element(tag, attributes, inner...);
}

[[nodiscard]] Html joined(const std::vector<Html> &pieces);

} // namespace film::server
