#include "app/ui/widgets/notice_panel.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>

namespace film::app {

namespace {

const char *frameKind(NoticePanel::Tone tone)
{
    switch (tone) {
    case NoticePanel::Tone::Plain: return "panel";
    case NoticePanel::Tone::Warning: return "warn";
    case NoticePanel::Tone::Problem: return "bad";
    case NoticePanel::Tone::Confirmed: return "ok";
    }
    Q_UNREACHABLE();
}

Token iconToken(NoticePanel::Tone tone)
{
    switch (tone) {
    case NoticePanel::Tone::Plain: return Token::Text2;
    case NoticePanel::Tone::Warning: return Token::Warn;
    case NoticePanel::Tone::Problem: return Token::Bad;
    case NoticePanel::Tone::Confirmed: return Token::Ok;
    }
    Q_UNREACHABLE();
}

} // namespace

NoticePanel::NoticePanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_headline(makeLabel({}, TextRole::Emphasis, "emphasis", this))
    , m_lines(makeLabel({}, TextRole::Body, "secondary", this))
    , m_button(new KeyHintButton(theme, KeyHintButton::Look::Plain, {}, this))
    , m_below(makeLabel({}, TextRole::Caption, "secondary", this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_headline->setWordWrap(true);
    m_lines->setWordWrap(true);
    m_button->hide();
    m_below->hide();

    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_headline);
    texts->addWidget(m_lines);
    auto *side = new QVBoxLayout;
    side->setSpacing(4);
    side->addWidget(m_button, 0, Qt::AlignRight);
    side->addWidget(m_below, 0, Qt::AlignRight);
    side->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addLayout(texts, 1);
    layout->addLayout(side);

    connect(m_button, &QPushButton::clicked, this, &NoticePanel::actionRequested);
    connect(&theme, &Theme::changed, this, &NoticePanel::recolor);
    setVisible(false);
}

void NoticePanel::say(Tone tone, const QString &iconName, const QString &headline,
                      const QStringList &lines)
{
    m_tone = tone;
    m_iconName = iconName;
    if (tone == Tone::Warning || tone == Tone::Problem)
        m_icon->setAccessibleName(tr("Warning"));
    m_headline->setText(headline);
    m_lines->setText(lines.join(u'\n'));
    m_lines->setVisible(!lines.isEmpty());
    // Beside one line the icon stands level with it and the button, above several at the first.
    layout()->setAlignment(m_icon, lines.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop);
    setKind(this, frameKind(tone));
    setAccessibleName(text());
    recolor();
    setVisible(true);
}

void NoticePanel::setAction(const QString &text, const QString &hint, const QString &below)
{
    m_button->setText(text);
    m_button->setHint(hint);
    m_button->setVisible(!text.isEmpty());
    m_below->setText(below);
    m_below->setVisible(!below.isEmpty());
}

QString NoticePanel::text() const
{
    const QString lines = m_lines->text();
    return lines.isEmpty() ? m_headline->text() : QString(m_headline->text() + u'\n' + lines);
}

void NoticePanel::recolor()
{
    if (m_iconName.isEmpty())
        return;
    m_icon->setPixmap(
        m_theme.iconPixmap(m_iconName, iconToken(m_tone), metrics::iconSize, devicePixelRatioF()));
}

} // namespace film::app
