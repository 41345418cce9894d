#include "app/ui/pages/first_run_page.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/translations.h"
#include "app/ui/widgets/choice_card.h"
#include "app/ui/widgets/invite_code_edit.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"
#include "app/ui/widgets/segment_control.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int pageWidth = 976;
constexpr int formPadding = 20;
constexpr int firstRunMarkSize = 52;

// A caption above its field, tied to it for the keyboard and the screen reader.
QWidget *field(const QString &caption, QLineEdit *edit, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5);
    QLabel *label = makeLabel(caption, TextRole::Secondary, "secondary", box);
    label->setTextFormat(Qt::AutoText);
    label->setBuddy(edit);
    QString name = caption;
    edit->setAccessibleName(name.remove(u'&'));
    layout->addWidget(label);
    layout->addWidget(edit);
    return box;
}

// What a choice does, line by line, with its mark.
QWidget *promises(const Theme &theme, const QString &title,
                  const std::vector<std::pair<QString, QString>> &lines, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *layout = new QGridLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(8);
    layout->setColumnStretch(1, 1);
    layout->addWidget(makeLabel(title, TextRole::Secondary, "secondary", box), 0, 0, 1, 2);
    int row = 1;
    for (const auto &[icon, text] : lines) {
        auto *mark = new QLabel(box);
        const Token token = icon == u"check" ? Token::Ok : Token::Text2;
        const auto paint = [mark, &theme, name = icon, token] {
            mark->setPixmap(theme.iconPixmap(name, token, 14, mark->devicePixelRatioF()));
        };
        paint();
        QObject::connect(&theme, &Theme::changed, mark, paint);
        layout->addWidget(mark, row, 0);
        layout->addWidget(makeLabel(text, TextRole::Body, "body", box), row++, 1);
    }
    return box;
}

} // namespace

FirstRunPage::FirstRunPage(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_mark(new QLabel(this))
    , m_joinCard(new ChoiceCard(theme, u"ticket"_s, tr("Join a production"),
                                tr("Your coordinator gave you an invite code and the address of "
                                   "the production’s server."),
                                this))
    , m_startCard(new ChoiceCard(theme, u"laptop"_s, tr("Start on this computer"),
                                 tr("Keep your own times now. Join a production later; your times "
                                    "come along."),
                                 this))
    , m_forms(new QStackedWidget(this))
    , m_notice(new NoticePanel(theme, this))
{
    m_joinCard->setObjectName(u"joinCard"_s);
    m_startCard->setObjectName(u"startCard"_s);
    auto *group = new QButtonGroup(this);
    group->addButton(m_joinCard);
    group->addButton(m_startCard);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(12);
    cards->addWidget(m_joinCard);
    cards->addWidget(m_startCard);
    m_forms->addWidget(makeJoinForm());
    m_forms->addWidget(makeStartForm());
    m_forms->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *column = new QWidget(this);
    column->setMaximumWidth(pageWidth);
    auto *body = new QVBoxLayout(column);
    body->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    body->setSpacing(12);
    body->addWidget(makeHead());
    body->addSpacing(8);
    body->addLayout(cards);
    body->addWidget(m_forms);
    body->addWidget(m_notice);
    body->addWidget(makeFoot());
    auto *layout = new QVBoxLayout(this);
    layout->addStretch();
    auto *center = new QHBoxLayout;
    center->addStretch();
    center->addWidget(column, 10);
    center->addStretch();
    layout->addLayout(center);
    layout->addStretch();

    wire();
    m_joinCard->setChecked(true);
    setFocusProxy(m_code);
    recolor();
    updateButtons();
}

QWidget *FirstRunPage::makeHead()
{
    auto *head = new QWidget(this);
    m_mark->setFixedSize(firstRunMarkSize, firstRunMarkSize);
    QLabel *title = makeLabel(tr("Welcome to Film Tracker"), TextRole::Title, "title", head);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    title->setFont(large);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(title);
    texts->addWidget(makeLabel(
        tr("Everything you enter is saved on this computer first. It works with no internet, all "
           "day."),
        TextRole::Body, "secondary", head));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_mark);
    layout->addLayout(texts, 1);
    return head;
}

QWidget *FirstRunPage::makeJoinForm()
{
    auto *form = new QFrame(this);
    setKind(form, "panel");
    m_code = new InviteCodeEdit(form);
    m_code->setObjectName(u"inviteCode"_s);
    m_server = new QLineEdit(form);
    m_server->setObjectName(u"serverAddress"_s);
    m_server->setPlaceholderText(tr("wss://crew.example.com"));
    m_device = new QLineEdit(form);
    m_device->setObjectName(u"deviceName"_s);
    m_join = new KeyHintButton(m_theme, KeyHintButton::Look::Primary, tr("Join"), form);
    m_join->setObjectName(u"joinButton"_s);
    m_join->setHint(tr("Enter"));
    m_account = new QPushButton(tr("With an acc&ount…"), form);
    m_account->setObjectName(u"accountButton"_s);
    m_account->setToolTip(tr("Sign in with your browser, where the server has that"));

    m_cancel = new QPushButton(tr("Cancel"), form);
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->hide();

    auto *left = new QVBoxLayout;
    left->setContentsMargins(formPadding, formPadding, formPadding, formPadding);
    left->setSpacing(14);
    left->addWidget(field(tr("Invite &code"), m_code, form));
    left->addWidget(field(tr("&Address of the server"), m_server, form));
    left->addWidget(field(tr("Na&me of this computer"), m_device, form));
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->setContentsMargins(formPadding, formPadding, formPadding, formPadding);
    right->addWidget(
        promises(m_theme, tr("What joining does"),
                 {{u"check"_s, tr("Brings in your call sheets and past weeks")},
                  {u"check"_s, tr("Shares your times with your department head and payroll")},
                  {u"x"_s, tr("Does not send anything else from this computer")}},
                 form));
    right->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_account);
    buttons->addWidget(m_join);
    right->addLayout(buttons);
    auto *layout = new QHBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(makeLine(Qt::Vertical, form));
    layout->addLayout(right, 1);
    return form;
}

QWidget *FirstRunPage::makeStartForm()
{
    auto *form = new QFrame(this);
    setKind(form, "panel");
    m_title = new QLineEdit(form);
    m_title->setObjectName(u"productionTitle"_s);
    m_name = new QLineEdit(form);
    m_name->setObjectName(u"personName"_s);
    m_department = new QLineEdit(form);
    m_department->setObjectName(u"department"_s);
    m_department->setPlaceholderText(tr("Camera"));
    m_position = new QLineEdit(form);
    m_position->setObjectName(u"position"_s);
    m_position->setPlaceholderText(tr("1st AC"));
    m_start = new KeyHintButton(m_theme, KeyHintButton::Look::Primary, tr("Start"), form);
    m_start->setObjectName(u"startButton"_s);
    m_start->setHint(tr("Enter"));

    auto *left = new QGridLayout;
    left->setContentsMargins(formPadding, formPadding, formPadding, formPadding);
    left->setHorizontalSpacing(12);
    left->setVerticalSpacing(14);
    left->addWidget(field(tr("&Production"), m_title, form), 0, 0, 1, 2);
    left->addWidget(field(tr("Your &name"), m_name, form), 1, 0, 1, 2);
    left->addWidget(field(tr("&Department"), m_department, form), 2, 0);
    left->addWidget(field(tr("P&osition"), m_position, form), 2, 1);
    left->setRowStretch(3, 1);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(formPadding, formPadding, formPadding, formPadding);
    right->addWidget(promises(m_theme, tr("What starting alone does"),
                              {{u"check"_s, tr("Keeps your times on this computer")},
                               {u"check"_s, tr("Needs no account and no network")},
                               {u"x"_s, tr("Does not send anything anywhere")}},
                              form));
    right->addStretch();
    right->addWidget(m_start, 0, Qt::AlignRight);
    auto *layout = new QHBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(makeLine(Qt::Vertical, form));
    layout->addLayout(right, 1);
    return form;
}

QWidget *FirstRunPage::makeFoot()
{
    auto *foot = new QWidget(this);
    m_language = new QComboBox(foot);
    m_language->setObjectName(u"firstRunLanguage"_s);
    m_language->setAccessibleName(tr("Language"));
    m_language->addItem(tr("Language of the system"), QString());
    for (const auto &[name, letters] : languages())
        m_language->addItem(name, letters);
    m_scheme = new SegmentControl(tr("Light or dark"), foot);
    m_scheme->addSegment(int(SchemePreference::System), tr("System"));
    m_scheme->addSegment(int(SchemePreference::Light), tr("Light"));
    m_scheme->addSegment(int(SchemePreference::Dark), tr("Dark"));
    m_scheme->setCurrent(int(m_theme.preference()));
    m_notation = new SegmentControl(tr("Hour format"), foot);
    m_notation->addSegment(int(Notation::Tenths), u"13.5"_s);
    m_notation->addSegment(int(Notation::Clock), u"13:30"_s);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_language);
    layout->addWidget(m_scheme);
    layout->addWidget(m_notation);
    layout->addStretch();
    layout->addWidget(
        makeLabel(tr("You can change all of this later."), TextRole::Secondary, "secondary", foot));
    return foot;
}

void FirstRunPage::wire()
{
    connect(m_joinCard, &QAbstractButton::toggled, this, &FirstRunPage::showChoice);
    for (QLineEdit *edit : {static_cast<QLineEdit *>(m_code), m_server, m_device}) {
        connect(edit, &QLineEdit::textChanged, this, &FirstRunPage::updateButtons);
        connect(edit, &QLineEdit::returnPressed, this, &FirstRunPage::submitJoin);
    }
    for (QLineEdit *edit : {m_title, m_name, m_department, m_position}) {
        connect(edit, &QLineEdit::textChanged, this, &FirstRunPage::updateButtons);
        connect(edit, &QLineEdit::returnPressed, this, &FirstRunPage::submitStart);
    }
    connect(m_join, &QPushButton::clicked, this, &FirstRunPage::submitJoin);
    connect(m_account, &QPushButton::clicked, this, [this] {
        emit accountRequested(m_server->text().trimmed(), m_device->text().trimmed());
    });
    connect(m_cancel, &QPushButton::clicked, this, &FirstRunPage::cancelRequested);
    connect(m_start, &QPushButton::clicked, this, &FirstRunPage::submitStart);
    connect(m_language, &QComboBox::activated, this,
            [this] { emit languageChosen(m_language->currentData().toString()); });
    connect(m_scheme, &SegmentControl::chosen, this,
            [this](int id) { m_theme.setPreference(SchemePreference(id)); });
    connect(m_notation, &SegmentControl::chosen, this,
            [this](int id) { emit notationChosen(Notation(id)); });
    connect(&m_theme, &Theme::changed, this, &FirstRunPage::recolor);
}

void FirstRunPage::setServer(const QString &server)
{
    m_server->setText(server);
}

void FirstRunPage::setDeviceName(const QString &name)
{
    m_device->setText(name);
}

void FirstRunPage::setLanguage(const QString &language)
{
    m_language->setCurrentIndex(std::max(m_language->findData(language), 0));
}

QList<QLineEdit *> FirstRunPage::fields() const
{
    return {m_code, m_server, m_device, m_title, m_name, m_department, m_position};
}

FirstRunTyped FirstRunPage::typed() const
{
    FirstRunTyped typed{m_startCard->isChecked(), {}};
    for (const QLineEdit *field : fields())
        typed.texts.append(field->text());
    return typed;
}

void FirstRunPage::setTyped(const FirstRunTyped &typed)
{
    const QList<QLineEdit *> all = fields();
    for (qsizetype i = 0; i < std::min(all.size(), typed.texts.size()); ++i)
        all[i]->setText(typed.texts[i]);
    (typed.isAlone ? m_startCard : m_joinCard)->setChecked(true);
}

void FirstRunPage::showProblem(const QString &text)
{
    m_isBusy = false;
    m_cancel->hide();
    m_notice->say(NoticePanel::Tone::Problem, u"triangle-alert"_s, text);
    updateButtons();
}

void FirstRunPage::showProgress(const QString &text, Stop stop)
{
    m_isBusy = !text.isEmpty();
    m_cancel->setVisible(m_isBusy && stop == Stop::Yes);
    m_notice->setVisible(m_isBusy);
    if (m_isBusy)
        m_notice->say(NoticePanel::Tone::Plain, u"refresh-cw"_s, text);
    updateButtons();
}

void FirstRunPage::showChoice()
{
    m_forms->setCurrentIndex(m_joinCard->isChecked() ? 0 : 1);
    m_notice->hide();
}

// The button says what is missing by staying off; Enter in a field then goes on to the next.
void FirstRunPage::updateButtons()
{
    const auto isFilled = [](const QLineEdit *edit) { return !edit->text().trimmed().isEmpty(); };
    m_join->setEnabled(!m_isBusy && m_code->isComplete() && isFilled(m_server)
                       && isFilled(m_device));
    m_account->setEnabled(!m_isBusy && isFilled(m_server) && isFilled(m_device));
    m_start->setEnabled(!m_isBusy && isFilled(m_title) && isFilled(m_name) && isFilled(m_department)
                        && isFilled(m_position));
}

void FirstRunPage::submitJoin()
{
    if (!m_join->isEnabled()) {
        focusNextChild();
        return;
    }
    m_notice->hide();
    emit joinRequested(m_server->text().trimmed(), m_code->text(), m_device->text().trimmed());
}

void FirstRunPage::submitStart()
{
    if (!m_start->isEnabled()) {
        focusNextChild();
        return;
    }
    m_notice->hide();
    emit startAloneRequested(m_title->text().trimmed(), m_name->text().trimmed(),
                             m_department->text().trimmed(), m_position->text().trimmed());
}

void FirstRunPage::recolor()
{
    m_scheme->setCurrent(int(m_theme.preference()));
    QPixmap mark(QSize(firstRunMarkSize, firstRunMarkSize) * devicePixelRatioF());
    mark.setDevicePixelRatio(devicePixelRatioF());
    mark.fill(Qt::transparent);
    QPainter painter(&mark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Accent));
    painter.drawRoundedRect(QRect(0, 0, firstRunMarkSize, firstRunMarkSize), 10, 10);
    m_theme.drawIcon(painter, QRect(0, 0, firstRunMarkSize, firstRunMarkSize), u"clapperboard"_s,
                     Token::OnAccent, 26);
    painter.end();
    m_mark->setPixmap(mark);
}

} // namespace film::app
