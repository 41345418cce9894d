#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace film::app;

class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    // WCAG 2.1 asks 4.5 of text and 3.0 of graphics. The expected ratios stand in the design.
    void pairsKeepTheirContrast_data()
    {
        QTest::addColumn<Token>("foreground");
        QTest::addColumn<Token>("background");
        QTest::addColumn<double>("light");
        QTest::addColumn<double>("dark");
        QTest::addColumn<double>("least");

        const auto row = [](const char *name, Token foreground, Token background, double light,
                            double dark, double least) {
            QTest::newRow(name) << foreground << background << light << dark << least;
        };
        using enum Token;
        row("text on base", Text, Base, 16.88, 13.17, 4.5);
        row("text on window", Text, Window, 15.48, 13.82, 4.5);
        row("text on tint", Text, Tint, 13.88, 10.29, 4.5);
        row("text on tintStrong", Text, TintStrong, 11.81, 7.85, 4.5);
        row("text2 on base", Text2, Base, 7.54, 7.78, 4.5);
        row("text2 on window", Text2, Window, 6.91, 8.17, 4.5);
        row("text2 on sidebar", Text2, Sidebar, 6.37, 8.72, 4.5);
        row("text2 on header", Text2, Header, 6.67, 7.12, 4.5);
        row("text2 on tint", Text2, Tint, 6.20, 6.08, 4.5);
        row("text3 on base", Text3, Base, 5.63, 5.96, 4.5);
        row("text3 on window", Text3, Window, 5.16, 6.26, 4.5);
        row("text3 on sidebar", Text3, Sidebar, 4.76, 6.68, 4.5);
        row("text3 on header", Text3, Header, 4.99, 5.46, 4.5);
        row("text3 on alt", Text3, Alt, 5.35, 5.61, 4.5);
        row("accentText on base", AccentText, Base, 7.73, 8.08, 4.5);
        row("accentText on window", AccentText, Window, 7.09, 8.48, 4.5);
        row("accentText on tint", AccentText, Tint, 6.36, 6.31, 4.5);
        row("onAccent on accent", OnAccent, Accent, 6.47, 4.91, 4.5);
        row("onAccent on accentHover", OnAccent, AccentHover, 8.23, 5.86, 4.5);
        row("ok on base", Ok, Base, 6.54, 8.84, 4.5);
        row("ok on okBg", Ok, OkBg, 5.62, 7.32, 4.5);
        row("ok on window", Ok, Window, 5.99, 9.28, 4.5);
        row("warn on base", Warn, Base, 6.98, 9.14, 4.5);
        row("warn on warnBg", Warn, WarnBg, 6.14, 7.60, 4.5);
        row("warn on window", Warn, Window, 6.40, 9.59, 4.5);
        row("text on warnBg", Text, WarnBg, 14.86, 10.95, 4.5);
        row("text2 on warnBg", Text2, WarnBg, 6.63, 6.47, 4.5);
        row("bad on base", Bad, Base, 6.66, 7.96, 4.5);
        row("bad on badBg", Bad, BadBg, 5.56, 6.90, 4.5);
        row("text on badBg", Text, BadBg, 14.09, 11.42, 4.5);
        row("warn on tint", Warn, Tint, 5.74, 7.14, 4.5);
        row("warn on tintStrong", Warn, TintStrong, 4.88, 5.45, 4.5);
        row("accentText on tintStrong", AccentText, TintStrong, 5.41, 4.82, 4.5);
        row("warn on header", Warn, Header, 6.18, 8.36, 4.5);
        row("text2 on alt", Text2, Alt, 7.15, 7.32, 4.5);
        row("text2 on okBg", Text2, OkBg, 6.48, 6.44, 4.5);
        row("bad on tint", Bad, Tint, 5.48, 6.22, 4.5);
        row("ok on tint", Ok, Tint, 5.38, 6.91, 4.5);
        row("bad on window", Bad, Window, 6.11, 8.35, 4.5);
        row("text3 on tint", Text3, Tint, 4.63, 4.66, 4.5);
        row("inputBorder on base", InputBorder, Base, 3.34, 4.00, 3);
        row("inputBorder on window", InputBorder, Window, 3.07, 4.20, 3);
        row("focus on base", Focus, Base, 6.47, 6.66, 3);
        row("focus on window", Focus, Window, 5.93, 6.99, 3);
        row("focus on tint", Focus, Tint, 5.32, 5.20, 3);
        row("warnLine on base", WarnLine, Base, 4.00, 6.46, 3);
        row("warnLine on warnBg", WarnLine, WarnBg, 3.52, 5.37, 3);
        row("badLine on base", BadLine, Base, 5.12, 5.41, 3);
        row("neutralBar on base", NeutralBar, Base, 3.06, 3.64, 3);
        row("tier2 on base", Tier2, Base, 3.79, 4.63, 3);
        row("tier3 on base", Tier3, Base, 9.55, 10.09, 3);
        row("onTier2 on tier2", OnTier2, Tier2, 5.10, 5.35, 4.5);
        row("tier2 against tier1", Tier2, Tier1, 1.98, 2.53, 1.5);
        row("tier3 against tier2", Tier3, Tier2, 2.52, 2.18, 1.5);
    }

    void pairsKeepTheirContrast()
    {
        QFETCH(Token, foreground);
        QFETCH(Token, background);
        QFETCH(double, light);
        QFETCH(double, dark);
        QFETCH(double, least);
        const auto ratio = [&](Scheme scheme) {
            return contrastRatio(tokenColor(scheme, foreground), tokenColor(scheme, background));
        };

        QVERIFY(ratio(Scheme::Light) >= least);
        QVERIFY(ratio(Scheme::Dark) >= least);
        // 0.006: the design rounds to two decimals.
        QVERIFY2(qAbs(ratio(Scheme::Light) - light) < 0.006,
                 qPrintable(QString::number(ratio(Scheme::Light))));
        QVERIFY2(qAbs(ratio(Scheme::Dark) - dark) < 0.006,
                 qPrintable(QString::number(ratio(Scheme::Dark))));
    }

    void styleSheetNamesOnlyKnownTokens()
    {
        const Theme theme;

        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            QString sheet = styleSheetFor(scheme);
            sheet.remove(QRegularExpression(u"/\\*.*?\\*/"_s));
            QVERIFY(sheet.contains(u"QPushButton"_s));
            QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 30)));
        }
    }

    void everyIconIsDrawnInTheColourAskedFor()
    {
        const Theme theme;
        int seen = 0;

        QDirIterator icons(u":/icons"_s, {u"*.svg"_s});
        while (icons.hasNext()) {
            icons.next();
            const QString name = icons.fileInfo().completeBaseName();
            const QImage image = theme.iconPixmap(name, Token::Bad, 32, 2).toImage();
            QCOMPARE(image.size(), QSize(64, 64));
            QColor strongest(0, 0, 0, 0);
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y).alpha() > strongest.alpha())
                        strongest = image.pixelColor(x, y);
            QCOMPARE(strongest.alpha(), 255);
            QVERIFY2(strongest.rgb() == theme.color(Token::Bad).rgb(), qPrintable(name));
            ++seen;
        }

        QCOMPARE(seen, 58);
    }

    void iconFollowsTheSchemeByItself()
    {
        Theme theme;
        theme.setPreference(SchemePreference::Light);
        const QIcon icon = theme.icon(u"check"_s, Token::Ok);
        const QImage light = icon.pixmap(16, 16).toImage();

        theme.setPreference(SchemePreference::Dark);

        QVERIFY(icon.pixmap(16, 16).toImage() != light);
    }

    void everyDigitTakesTheSameWidth()
    {
        const TabularFigures figures;
        QFont proportional(u"DejaVu Serif"_s);
        proportional.setPointSize(10);

        for (const QFont &font : {textFont(TextRole::Body), proportional}) {
            const qreal width = figures.width(font, u"111.1"_s);
            QVERIFY(width > 0);
            for (const QString &text : {u"888.8"_s, u"407.9"_s, u"123.5"_s})
                QCOMPARE(figures.width(font, text), width);
        }
    }

    void figuresAreDrawnInsideTheirRectangle()
    {
        const TabularFigures figures;
        QImage image(100, 30, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(textFont(TextRole::Body));

        figures.draw(painter, QRectF(50, 0, 45, 30), u"13.5"_s, Qt::AlignRight);
        painter.end();

        int leftmost = image.width();
        int rightmost = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixel(x, y) != qRgb(255, 255, 255)) {
                    leftmost = std::min(leftmost, x);
                    rightmost = std::max(rightmost, x);
                }
        QVERIFY2(leftmost >= 50 && rightmost <= 95 && rightmost >= 90,
                 qPrintable(u"%1 to %2"_s.arg(leftmost).arg(rightmost)));
    }

    void highContrastLeavesTheSystemsPaletteAlone()
    {
        const QPalette system = QGuiApplication::palette();
        Theme theme;
        theme.setHighContrast(true);

        theme.apply(*qApp);

        QVERIFY(qApp->styleSheet().isEmpty());
        QCOMPARE(QGuiApplication::palette().color(QPalette::Window),
                 system.color(QPalette::Window));
        QCOMPARE(theme.color(Token::Text), system.color(QPalette::WindowText));
    }

    void togglingGoesFromWhatIsShownToTheOther()
    {
        Theme theme;
        theme.setPreference(SchemePreference::Light);

        theme.toggleScheme();
        QCOMPARE(theme.scheme(), Scheme::Dark);
        QCOMPARE(theme.preference(), SchemePreference::Dark);

        theme.toggleScheme();
        QCOMPARE(theme.scheme(), Scheme::Light);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
