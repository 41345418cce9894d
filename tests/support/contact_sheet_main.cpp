#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 4;
constexpr int tileWidth = 480;
constexpr int tileHeight = 320;
constexpr int captionHeight = 26;
constexpr int gap = 16;
const QString sheetPrefix = u"contact-sheet"_s;

QStringList picturesIn(const QDir &folder, const QString &under)
{
    QStringList names;
    for (const QString &name : QDir(folder.filePath(under)).entryList({u"*.png"_s}, QDir::Files)) {
        if (!name.startsWith(sheetPrefix))
            names += under.isEmpty() ? name : QString(under + u'/' + name);
    }
    return names;
}

// Every picture small, under its name.
QImage sheetOf(const QDir &folder, const QStringList &names, bool isDark)
{
    const int rows = (int(names.size()) + columns - 1) / columns;
    QImage sheet(columns * (tileWidth + gap) + gap, rows * (tileHeight + captionHeight + gap) + gap,
                 QImage::Format_RGB32);
    sheet.fill(isDark ? QColor(0x10, 0x11, 0x14) : QColor(0xd8, 0xdc, 0xe3));
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(isDark ? Qt::white : Qt::black);
    for (int i = 0; i < int(names.size()); ++i) {
        const int x = gap + i % columns * (tileWidth + gap);
        const int y = gap + i / columns * (tileHeight + captionHeight + gap);
        const QImage picture =
            QImage(folder.filePath(names[i]))
                .scaled(tileWidth, tileHeight, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        painter.drawImage(x, y, picture);
        painter.drawText(QRect(x, y + tileHeight, tileWidth, captionHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, names[i].chopped(4));
    }
    return sheet;
}

} // namespace

// All pictures of a folder on one sheet per theme; or one picture, narrower, into another file.
//   filmtracker-contact-sheet FOLDER
//   filmtracker-contact-sheet --narrow WIDTH FROM.png TO.png
int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments().mid(1);
    if (arguments.value(0) == u"--narrow") {
        const QImage picture(arguments.value(2));
        const int width = arguments.value(1).toInt();
        const bool isSaved = width > 0 && !picture.isNull()
            && picture.scaledToWidth(width, Qt::SmoothTransformation)
                   .convertToFormat(QImage::Format_Indexed8, Qt::ThresholdDither)
                   .save(arguments.value(3), "PNG", 0);
        return isSaved ? 0 : 1;
    }
    const QDir folder(arguments.value(0));
    QStringList light;
    QStringList dark;
    for (const QString &name : picturesIn(folder, {}) + picturesIn(folder, u"sample"_s))
        (name.endsWith(u"-dark.png") ? dark : light).append(name);
    if (light.isEmpty())
        return 1;
    const bool isSaved =
        sheetOf(folder, light, false).save(folder.filePath(sheetPrefix + u"-light.png"_s))
        && sheetOf(folder, dark, true).save(folder.filePath(sheetPrefix + u"-dark.png"_s));
    std::printf("%d light and %d dark pictures on two sheets\n", int(light.size()),
                int(dark.size()));
    return isSaved ? 0 : 1;
}
