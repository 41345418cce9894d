#pragma once

#include "app/models/notices.h"

#include <QWidget>

class QCheckBox;
class QTimeEdit;

namespace film::app {

// What the tray tells, and when it is silent: every change counts at once.
class NoticeSettingsPage final : public QWidget
{
    Q_OBJECT
public:
    // Without a tray nothing can be told, and the page says so.
    NoticeSettingsPage(const NoticeSettings &settings, bool hasTray, QWidget *parent = nullptr);

signals:
    void chosen(const film::app::NoticeSettings &settings);

private:
    [[nodiscard]] QCheckBox *addCheck(const QString &text, const char *name, bool isOn);
    [[nodiscard]] QTimeEdit *makeTime(const QString &name, const char *objectName, Minutes time);
    void report();

    QCheckBox *m_deadlines;
    QCheckBox *m_conflicts;
    QCheckBox *m_sentBack;
    QCheckBox *m_isQuiet;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
};

} // namespace film::app
