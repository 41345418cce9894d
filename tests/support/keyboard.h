#pragma once

#include <QApplication>
#include <QProcess>
#include <QTest>
#include <QWidget>

#include <ctime>

namespace film::test {

// Presses keys as a person does, and counts them. With FILM_REAL_KEYS they come from the X server
// (xdotool), through the window manager and the platform's own key handling; without, from Qt.
class Keyboard
{
public:
    // A task begins: from here on it counts.
    void start()
    {
        m_presses = 0;
        m_began = threadMs();
    }
    [[nodiscard]] int presses() const { return m_presses; }
    // What the window's thread has worked since, with all of the painting.
    [[nodiscard]] double workMs() const { return threadMs() - m_began; }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_presses;
        if (isReal())
            return send({QStringLiteral("key"), xName(key, modifiers)});
        QTest::keyClick(target(), key, modifiers);
        QCoreApplication::sendPostedEvents();
    }
    void type(const QString &text)
    {
        m_presses += int(text.size());
        if (isReal())
            return send(
                {QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("0"), text});
        for (const QChar c : text) { // one by one: the first may open an editor
            QTest::keyClick(target(), c.toLatin1());
            QCoreApplication::sendPostedEvents();
        }
    }
    // The window that a person looks at. Not counted: on a screen it comes up by itself.
    static void look(QWidget &window)
    {
        if (isReal())
            QVERIFY(QTest::qWaitForWindowActive(&window));
        else
            QApplication::setActiveWindow(&window);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] static bool isReal() { return qEnvironmentVariableIsSet("FILM_REAL_KEYS"); }

private:
    [[nodiscard]] static double threadMs()
    {
        timespec spent{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
        return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
    }
    [[nodiscard]] static QWidget *target()
    {
        QWidget *focus = QApplication::focusWidget();
        return focus ? focus : QApplication::activeWindow();
    }
    static void send(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral("xdotool"), arguments);
        QVERIFY2(process.waitForFinished() && process.exitCode() == 0,
                 process.readAllStandardError().constData());
        QCoreApplication::processEvents();
    }
    [[nodiscard]] static QString xName(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QString name = QKeySequence(key).toString(QKeySequence::PortableText);
        if (name.size() == 1)
            name = name.toLower();
        if (key == Qt::Key_Space)
            name = QStringLiteral("space");
        if (modifiers & Qt::AltModifier)
            name.prepend(QStringLiteral("alt+"));
        if (modifiers & Qt::ShiftModifier)
            name.prepend(QStringLiteral("shift+"));
        if (modifiers & Qt::ControlModifier)
            name.prepend(QStringLiteral("ctrl+"));
        return name;
    }

    int m_presses = 0;
    double m_began = 0;
};

} // namespace film::test
