#pragma once

#include "app/models/outbox_model.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QTableView;

namespace film::app {

class KeyHintButton;
class NoticePanel;
class Theme;

// What is in a file of changes, as it is shown before anything is taken.
struct CarriedView {
    QString author;
    Instant madeAt{};
    bool isOwn = false;
    int toTake = 0;
    int known = 0;
    int left = 0;
    std::vector<OutboxChange> changes; // to be taken
};

// A file of changes: asks for its passphrase, shows what is in it, and only then takes it.
class ImportChangesDialog final : public QDialog
{
    Q_OBJECT
public:
    ImportChangesDialog(const QString &fileName, const CrewWords &words, const Theme &theme,
                        QWidget *parent = nullptr);

    // What went wrong; another passphrase can be tried, unless the file itself is no good.
    void showProblem(const QString &text, bool canTryAgain);
    void showProgress(const QString &text);
    void showContent(CarriedView content);

signals:
    void openRequested(const QString &passphrase);
    void takeRequested();

private:
    void updateButton();
    void act();

    const CrewWords &m_words;
    OutboxModel m_changes;
    bool m_isOpen = false;
    bool m_isBusy = false;
    bool m_canTry = true;
    int m_toTake = 0;
    QLabel *m_caption;
    QLineEdit *m_passphrase;
    QTableView *m_table;
    NoticePanel *m_notice;
    KeyHintButton *m_act;
};

} // namespace film::app
