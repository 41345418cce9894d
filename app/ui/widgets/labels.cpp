#include "app/ui/widgets/labels.h"

#include "app/ui/theme/style_sheet.h"

#include <QFrame>
#include <QLabel>

namespace film::app {

QLabel *makeLabel(const QString &text, TextRole role, const char *kind, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(textFont(role));
    // Names and notes come from other people: none of it is markup.
    label->setTextFormat(Qt::PlainText);
    setKind(label, kind);
    return label;
}

QLabel *makeKeycap(const QString &keys, QWidget *parent)
{
    QLabel *label = makeLabel(keys, TextRole::Caption, "keycap", parent);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return label;
}

QFrame *makeLine(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QFrame(parent);
    setKind(line, "line");
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

} // namespace film::app
