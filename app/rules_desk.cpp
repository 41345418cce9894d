#include "app/rules_desk.h"

#include "app/engine/pack_folder.h"

#include <QDate>

#include <utility>

using namespace Qt::StringLiterals;

namespace film::app {

RulesDesk::RulesDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_engine(parts.engine)
    , m_dataDir(parts.dataDir)
    , m_packs(m_words)
    , m_numbers(m_words)
    , m_controller({m_packs, m_numbers, parts.crew, parts.pay})
    , m_page(new RulesPage(m_controller, parts.theme))
{
    const QString id = QString::fromLatin1(rulesPageId);
    parts.window.addPage(id, u"sliders-horizontal"_s, tr("Rules and rates"), m_page);
    connect(&parts.window, &MainWindow::pageChanged, this, [this, id](const QString &page) {
        if (page == id)
            load();
    });
}

void RulesDesk::load()
{
    if (std::exchange(m_isAsked, true))
        return;
    m_engine
        .run([dataDir = m_dataDir](Workspace &) -> Result<PackFolder::Packs> {
            return PackFolder(dataDir).read();
        })
        .then(this, [this](const Result<PackFolder::Packs> &all) {
            if (all)
                m_controller.setPacks(all->packs, all->problems, QDate::currentDate());
        });
}

} // namespace film::app
