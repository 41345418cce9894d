#include "app/ui/dialogs/notice_settings.h"

#include "app/ui/widgets/labels.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

// A night, for whoever wants one and has not said which.
constexpr Minutes nightFrom{22 * 60};
constexpr Minutes nightTo{6 * 60};

Minutes minutesOf(const QTimeEdit &edit)
{
    return Minutes(edit.time().hour() * 60 + edit.time().minute());
}

} // namespace

NoticeSettingsPage::NoticeSettingsPage(const NoticeSettings &settings, bool hasTray,
                                       QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(6);
    QLabel *what =
        makeLabel(hasTray ? tr("Told beside the icon in the tray, once each. Everything is also "
                               "said in the window.")
                          : tr("This system has no tray, so nothing can be told outside of the "
                               "window. Everything is said in it."),
                  TextRole::Body, "secondary", this);
    what->setWordWrap(true);
    layout->addWidget(what);
    m_deadlines = addCheck(tr("A &meal or a wrap comes within 15 minutes"), "noticeDeadlines",
                           settings.deadlines);
    m_conflicts = addCheck(tr("A day has &two versions"), "noticeConflicts", settings.conflicts);
    m_sentBack = addCheck(tr("My week was &sent back"), "noticeSentBack", settings.sentBack);
    layout->addSpacing(8);
    const bool isQuiet = settings.quietFrom != settings.quietTo;
    m_isQuiet = addCheck(tr("&Quiet hours"), "noticeQuiet", isQuiet);
    auto *row = new QHBoxLayout;
    m_from =
        makeTime(tr("Quiet from"), "noticeQuietFrom", isQuiet ? settings.quietFrom : nightFrom);
    m_to = makeTime(tr("Quiet until"), "noticeQuietTo", isQuiet ? settings.quietTo : nightTo);
    row->addWidget(makeLabel(tr("from"), TextRole::Body, "body", this));
    row->addWidget(m_from);
    row->addWidget(makeLabel(tr("until"), TextRole::Body, "body", this));
    row->addWidget(m_to);
    row->addStretch();
    layout->addLayout(row);
    QLabel *later = makeLabel(tr("What comes meanwhile is told afterwards, if it is still so."),
                              TextRole::Secondary, "secondary", this);
    later->setWordWrap(true);
    layout->addWidget(later);
    layout->addStretch(1);
    for (QTimeEdit *edit : {m_from, m_to}) {
        edit->setEnabled(isQuiet);
        connect(m_isQuiet, &QCheckBox::toggled, edit, &QWidget::setEnabled);
        connect(edit, &QTimeEdit::timeChanged, this, &NoticeSettingsPage::report);
    }
    for (QCheckBox *check : {m_deadlines, m_conflicts, m_sentBack, m_isQuiet})
        connect(check, &QCheckBox::toggled, this, &NoticeSettingsPage::report);
}

QCheckBox *NoticeSettingsPage::addCheck(const QString &text, const char *name, bool isOn)
{
    auto *check = new QCheckBox(text, this);
    check->setObjectName(QString::fromLatin1(name));
    check->setChecked(isOn);
    layout()->addWidget(check);
    return check;
}

QTimeEdit *NoticeSettingsPage::makeTime(const QString &name, const char *objectName, Minutes time)
{
    auto *edit = new QTimeEdit(QTime(time.count() / 60, time.count() % 60), this);
    edit->setObjectName(QString::fromLatin1(objectName));
    edit->setAccessibleName(name);
    edit->setDisplayFormat(u"HH:mm"_s);
    return edit;
}

void NoticeSettingsPage::report()
{
    NoticeSettings now;
    now.deadlines = m_deadlines->isChecked();
    now.conflicts = m_conflicts->isChecked();
    now.sentBack = m_sentBack->isChecked();
    if (m_isQuiet->isChecked()) {
        now.quietFrom = minutesOf(*m_from);
        now.quietTo = minutesOf(*m_to);
    }
    emit chosen(now);
}

} // namespace film::app
