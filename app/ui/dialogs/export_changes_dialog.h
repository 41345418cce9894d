#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;

namespace film::app {

class KeyHintButton;
class NoticePanel;
class Theme;

// Asks for the passphrase of a file of changes, twice; whoever opened it makes the file.
class ExportChangesDialog final : public QDialog
{
    Q_OBJECT
public:
    ExportChangesDialog(int waiting, const Theme &theme, QWidget *parent = nullptr);

    // What went wrong; the form works again.
    void showProblem(const QString &text);
    void showProgress(const QString &text);

signals:
    void exportRequested(const QString &passphrase);

private:
    [[nodiscard]] QLineEdit *addSecret(const QString &caption, const QString &name);
    void updateButton();
    void submit();

    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    QLabel *m_hint;
    NoticePanel *m_notice;
    KeyHintButton *m_export;
    bool m_isBusy = false;
};

} // namespace film::app
