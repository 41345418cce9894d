#pragma once

#include <QDialog>

class QAction;
class QTableWidget;
class QTextBrowser;

namespace film::app {

// F1: the user guide's page of the screen behind it, and the keys of the commands that work there.
// Both are on this computer.
class HelpDialog final : public QDialog
{
    Q_OBJECT
public:
    // `page` is a file of the guide; empty where there is none, then the keys stand alone.
    HelpDialog(const QList<QAction *> &actions, const QString &page, QWidget *parent);

    [[nodiscard]] QTextBrowser *guide() const { return m_guide; }

private:
    [[nodiscard]] QTableWidget *makeKeys(const QList<QAction *> &actions);
    [[nodiscard]] QWidget *makeGuide(const QString &page);

    QTextBrowser *m_guide = nullptr;
};

} // namespace film::app
