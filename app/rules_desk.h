#pragma once

#include "app/engine/engine.h"
#include "app/ui/main_window.h"
#include "app/ui/pages/rules_page.h"
#include "app/ui/rules_words_text.h"

namespace film::app {

class Theme;

// Rules and rates in the window. The packs are read in the engine's thread, when the page is
// looked at for the first time. GUI thread.
class RulesDesk final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Engine &engine;
        QString dataDir;
        MainWindow &window;
        CrewModel &crew;
        PayDesk &pay;
        const Theme &theme;
    };
    explicit RulesDesk(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] RulesPage *page() const { return m_page; }

private:
    void load();

    Engine &m_engine;
    QString m_dataDir;
    RulesWordsText m_words;
    PacksModel m_packs;
    PackNumbersModel m_numbers;
    RulesController m_controller;
    RulesPage *m_page; // the window's
    bool m_isAsked = false;
};

} // namespace film::app
