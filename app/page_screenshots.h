#pragma once

#include "app/application.h"

#include <QObject>
#include <QTimer>

namespace film::app {

// Draws each page in light and dark into PNG files and ends the program: for the README, and to
// look at beside the designs on a machine without a display.
class PageScreenshots final : public QObject
{
    Q_OBJECT
public:
    PageScreenshots(Application &application, Theme &theme, QString folder,
                    QObject *parent = nullptr);

private:
    void drawFirstRun();
    void drawPages();
    void drawNext();

    struct Shot {
        QString page; // empty: what is shown
        QString name;
        SchemePreference scheme = SchemePreference::Light;
    };

    Application &m_application;
    Theme &m_theme;
    QString m_folder;
    QList<Shot> m_left;
    QTimer m_settled; // what is loaded and painted needs a moment
};

} // namespace film::app
