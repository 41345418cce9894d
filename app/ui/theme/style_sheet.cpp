#include "app/ui/theme/style_sheet.h"

#include <QFile>
#include <QStyle>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace film::app {

QString styleSheetFor(Scheme scheme)
{
    QFile file(u":/theme/style.qss"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_ASSERT_X(false, "styleSheetFor", "the theme is compiled in");
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    sheet.replace(u"@scheme"_s, scheme == Scheme::Light ? u"light"_s : u"dark"_s);
    // From the last token to the first, so that @text2 is not taken for @text and a "2".
    for (int i = tokenCount - 1; i >= 0; --i) {
        const Token token = Token(i);
        const QString name = QString(u'@' + tokenName(token));
        const QString value = tokenColor(scheme, token).name();
        qsizetype at = 0;
        while ((at = sheet.indexOf(name, at)) >= 0) {
            const qsizetype after = at + name.size();
            const bool isWholeName = after >= sheet.size() || !sheet[after].isLetterOrNumber();
            if (isWholeName)
                sheet.replace(at, name.size(), value);
            at += isWholeName ? value.size() : name.size();
        }
    }
    return sheet;
}

void setKind(QWidget *widget, const char *kind)
{
    widget->setProperty("kind", QString::fromLatin1(kind));
    // A property the style sheet selects on counts only after the widget is polished again.
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace film::app
