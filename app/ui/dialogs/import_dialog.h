#pragma once

#include "shared/domain/import/import_verdict.h"

#include <QDialog>

class QLabel;
class QTableWidget;
class QVBoxLayout;

namespace film::app {

class KeyHintButton;
class Theme;

// What previews of imports have in common: what would be added in one sentence, tables under it,
// and the buttons. Nothing is added here.
class ImportDialog : public QDialog
{
    Q_OBJECT
protected:
    ImportDialog(const QString &title, QWidget *parent);

    // From the top to the bottom.
    QLabel *addSummary(const QString &text);
    void addNote(const QString &text);
    void addWidget(QWidget *widget);
    void addTable(QTableWidget *table, int stretch = 1);
    struct AddButton {
        QString text;
        QString objectName;
        bool isEnabled = true;
    };
    KeyHintButton *addButtons(const AddButton &add, const Theme &theme);
    // The person pressed Add; the dialog closes after it.
    virtual void requestAdd() = 0;

    // Each row counts once, whatever is wrong with it.
    [[nodiscard]] static int rowsLeftOut(const ImportVerdicts &verdicts);
    // A line for each thing that is wrong; `first` stands before it.
    static void addProblems(QTableWidget &table, const ImportVerdicts &verdicts,
                            const QStringList &first = {});

private:
    QVBoxLayout *m_layout;
};

} // namespace film::app
