// The files of translations/: complete, and true to what the code fills into them.

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString context;
    QString source;
    QStringList forms; // more than one for a message with a number
    bool isFinished = true;
    bool isPlural = false;
};

const QString folder = QStringLiteral(FILM_SOURCE_DIR) + u"/translations/"_s;

Message messageIn(QXmlStreamReader &xml, const QString &context)
{
    Message message{context, {}, {}, true, xml.attributes().value(u"numerus"_s) == u"yes"};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.isFinished = !xml.attributes().hasAttribute(u"type"_s);
            if (!message.isPlural) {
                message.forms << xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                message.forms << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

std::vector<Message> messagesOf(const QString &language)
{
    QFile file(folder + u"filmtracker_%1.ts"_s.arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    QString context;
    xml.readNextStartElement(); // TS
    while (xml.readNextStartElement()) {
        while (xml.readNextStartElement()) {
            if (xml.name() == u"name")
                context = xml.readElementText();
            else if (xml.name() == u"message")
                messages.push_back(messageIn(xml, context));
            else
                xml.skipCurrentElement();
        }
    }
    return messages;
}

// What the code puts in, sorted: "%1", "%n" … A number's own form may do without the number.
QStringList placesIn(const QString &text, bool isPlural)
{
    static const QRegularExpression place(u"%L?(?:[0-9]{1,2}|n)"_s);
    QStringList found;
    for (auto all = place.globalMatch(text); all.hasNext();)
        found << all.next().captured();
    if (isPlural)
        found.removeAll(u"%n"_s);
    found.sort();
    return found;
}

// Letters to press with Alt: menus and buttons without one cannot be reached, or twice.
qsizetype keysIn(QString text)
{
    static const QRegularExpression key(u"&[^\\s&;]"_s);
    return text.remove(u"&&"_s).count(key);
}

QStringList tagsIn(const QString &text)
{
    static const QRegularExpression tag(u"</?[a-z]+"_s);
    QStringList found;
    for (auto all = tag.globalMatch(text); all.hasNext();)
        found << all.next().captured();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        for (const auto &language : {u"en"_s, u"de"_s, u"fr"_s, u"es"_s})
            QTest::newRow(qPrintable(language)) << language;
    }

private slots:
    void theFilesHaveAllTextsOfTheCode()
    {
        QProcess check;
        check.start(QStringLiteral(FILM_SOURCE_DIR) + u"/scripts/update_translations.sh"_s,
                    {u"--check"_s});
        QVERIFY(check.waitForFinished(60'000));
        QVERIFY2(check.exitCode() == 0, check.readAllStandardError().constData());
    }

    void everyTextIsTranslated_data() { languages(); }
    void everyTextIsTranslated()
    {
        QFETCH(QString, language);
        const auto messages = messagesOf(language);
        QVERIFY(!messages.empty());
        for (const Message &message : messages) {
            const bool isWhole = message.isFinished && !message.forms.isEmpty()
                && std::ranges::none_of(message.forms, &QString::isEmpty);
            QVERIFY2(isWhole, qPrintable(message.context % u": "_s % message.source));
            QCOMPARE(message.forms.size(), message.isPlural ? 2 : 1);
        }
    }

    void nothingThatTheCodeFillsInIsLost_data() { languages(); }
    void nothingThatTheCodeFillsInIsLost()
    {
        QFETCH(QString, language);
        for (const Message &message : messagesOf(language)) {
            for (const QString &form : message.forms) {
                const QByteArray about =
                    QString(message.context % u": "_s % message.source % u" | "_s % form).toUtf8();
                QVERIFY2(placesIn(form, message.isPlural)
                             == placesIn(message.source, message.isPlural),
                         about.constData());
                QVERIFY2(keysIn(form) == keysIn(message.source), about.constData());
                QVERIFY2(tagsIn(form) == tagsIn(message.source), about.constData());
                QVERIFY2(form.endsWith(u'…') == message.source.endsWith(u'…'), about.constData());
            }
            // "1 people" is what a missing form looks like.
            if (message.isPlural && message.source.contains(u"%n"_s))
                QVERIFY(message.forms.back().contains(u"%n"_s));
        }
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
