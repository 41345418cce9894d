#pragma once

#include "app/controllers/history_controller.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace film::app {

class CrewWordsText;
class Theme;

// The history of one day, the newest change first, with a way back for each value.
class HistoryPanel final : public QWidget
{
    Q_OBJECT
public:
    HistoryPanel(HistoryController &controller, HistoryModel &history, const CrewWordsText &words,
                 const Theme &theme, QWidget *parent = nullptr);

    // Whose day it is; shown above the list with its date.
    void setPerson(const QString &name);

private:
    void describe();
    void updateButton();

    HistoryController &m_controller;
    HistoryModel &m_history;
    const CrewWordsText &m_words;
    QString m_person;
    QLabel *m_title;
    QLabel *m_hint;
    QListView *m_list;
    QPushButton *m_restore;
};

} // namespace film::app
