#include "app/ui/dialogs/help_dialog.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/widgets/labels.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr QSize helpSize(980, 680);
constexpr QSize keysSize(420, 480);
constexpr int helpGuideWidth = 640;
constexpr int helpKeysWidth = 320;
constexpr int pictureMargin = 24;

// Pictures of whole windows, as wide as there is room for.
class GuideBrowser final : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int type, const QUrl &name) override
    {
        const QVariant resource = QTextBrowser::loadResource(type, name);
        if (type != QTextDocument::ImageResource)
            return resource;
        const QImage picture = QImage::fromData(resource.toByteArray());
        const int room = viewport()->width() - pictureMargin;
        if (picture.isNull() || room <= 0 || picture.width() <= room)
            return resource;
        return picture.scaledToWidth(room, Qt::SmoothTransformation);
    }
};

} // namespace

HelpDialog::HelpDialog(const QList<QAction *> &actions, const QString &page, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"helpDialog"_s);
    setWindowTitle(tr("Help for this screen"));
    resize(page.isEmpty() ? keysSize : helpSize);
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    if (!page.isEmpty())
        halves->addWidget(makeGuide(page));
    halves->addWidget(makeKeys(actions));
    if (!page.isEmpty())
        halves->setSizes({helpGuideWidth, helpKeysWidth});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(halves, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QWidget *HelpDialog::makeGuide(const QString &page)
{
    auto *half = new QWidget(this);
    m_guide = new GuideBrowser(half);
    m_guide->setAccessibleName(tr("User guide"));
    m_guide->setOpenExternalLinks(true);
    // It reads its pages only when it has its width: pictures follow that.
    m_guide->resize(helpGuideWidth, helpSize.height());
    m_guide->setSource(QUrl::fromLocalFile(page), QTextDocument::MarkdownResource);
    auto *back = new QPushButton(tr("&Back"), half);
    back->setObjectName(u"guideBack"_s);
    back->setEnabled(false);
    connect(m_guide, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(back, &QPushButton::clicked, m_guide, &QTextBrowser::backward);
    auto *contents = new QPushButton(tr("All &pages"), half);
    contents->setObjectName(u"guideContents"_s);
    connect(contents, &QPushButton::clicked, this, [this] {
        m_guide->setSource(m_guide->source().resolved(QUrl(u"README.md"_s)),
                           QTextDocument::MarkdownResource);
    });
    auto *row = new QHBoxLayout;
    row->addWidget(back);
    row->addWidget(contents);
    row->addStretch();
    auto *layout = new QVBoxLayout(half);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_guide, 1);
    return half;
}

QTableWidget *HelpDialog::makeKeys(const QList<QAction *> &actions)
{
    auto *table = new QTableWidget(0, 2, this);
    table->setAccessibleName(tr("Shortcuts of this screen"));
    table->setHorizontalHeaderLabels({tr("Command"), tr("Keys")});
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(metrics::compactRow);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty() || !action->isEnabled())
            continue;
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(action->text().remove(u'&')));
        table->setItem(row, 1,
                       new QTableWidgetItem(action->shortcut().toString(QKeySequence::NativeText)));
    }
    return table;
}

} // namespace film::app
