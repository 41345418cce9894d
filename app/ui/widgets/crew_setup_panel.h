#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace film::app {

class KeyHintButton;
class Theme;

// The way to a first crew, over the grid that has nobody in it yet. It asks; whoever owns it
// opens and reads.
class CrewSetupPanel final : public QFrame
{
    Q_OBJECT
public:
    explicit CrewSetupPanel(const Theme &theme, QWidget *parent = nullptr);

    void setProduction(const QString &title);
    void setHasCallSheet(bool has);

signals:
    void crewFileRequested();
    void crewPasteRequested();
    void callSheetRequested();

private:
    [[nodiscard]] QLayout *makeHead();
    // A step; its buttons are added to what comes back.
    QHBoxLayout *addStep(QLabel *badge, QLabel *title, QLabel *text);
    void addProductionStep();
    void addPeopleStep();
    void addCallSheetStep();
    [[nodiscard]] QLabel *makeNumber(int number);
    void recolor();

    const Theme &m_theme;
    QVBoxLayout *m_steps;
    QLabel *m_done;
    QLabel *m_production;
    QLabel *m_sheetBadge = nullptr;
    QLabel *m_sheetDone = nullptr;
    KeyHintButton *m_openSheet = nullptr;
    bool m_hasCallSheet = false;
};

} // namespace film::app
