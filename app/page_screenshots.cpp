#include "app/page_screenshots.h"

#include <QCoreApplication>
#include <QDir>

namespace film::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto settleTime = 400ms;
constexpr QSize windowSize(1440, 900); // as the designs are drawn

} // namespace

PageScreenshots::PageScreenshots(Application &application, Theme &theme, QString folder,
                                 QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_theme(theme)
    , m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
    application.window().resize(windowSize);
    m_settled.setSingleShot(true);
    connect(&m_settled, &QTimer::timeout, this, &PageScreenshots::drawNext);
    connect(&application, &Application::firstRunShown, this, &PageScreenshots::drawFirstRun);
    connect(&application, &Application::pagesShown, this, &PageScreenshots::drawPages);
}

void PageScreenshots::drawFirstRun()
{
    m_left = {{{}, u"first-run"_s, SchemePreference::Light},
              {{}, u"first-run-dark"_s, SchemePreference::Dark}};
    m_theme.setPreference(m_left.first().scheme);
    m_settled.start(settleTime);
}

void PageScreenshots::drawPages()
{
    m_left.clear();
    for (const QString &page :
         {u"my-week"_s, u"approvals"_s, u"crew-grid"_s, u"dashboard"_s, u"call-sheets"_s,
          u"people"_s, u"rules"_s, u"sync"_s}) {
        m_left.append({page, page, SchemePreference::Light});
        const QString dark = page + u"-dark"_s;
        m_left.append({page, dark, SchemePreference::Dark});
    }
    m_application.window().showPage(m_left.first().page);
    m_theme.setPreference(m_left.first().scheme);
    m_settled.start(settleTime);
}

void PageScreenshots::drawNext()
{
    const Shot shot = m_left.takeFirst();
    MainWindow &window = m_application.window();
    // A role that lacks a page stays where it is; the same picture twice says nothing.
    if (shot.page.isEmpty() || window.currentPage() == shot.page) {
        const QString file = QDir(m_folder).filePath(shot.name % u".png"_s);
        if (!window.grab().save(file))
            qWarning("%s could not be written", qPrintable(file));
    }
    if (m_left.isEmpty())
        return QCoreApplication::exit(0);
    if (!m_left.first().page.isEmpty())
        window.showPage(m_left.first().page);
    m_theme.setPreference(m_left.first().scheme);
    m_settled.start(settleTime);
}

} // namespace film::app
