#include "app/models/rules_model.h"

#include <algorithm>

namespace film::app {

namespace {

// The least sure of its numbers: a pack is as good as that.
rules::Confidence leastSure(const rules::RulePack &pack)
{
    const auto least =
        std::ranges::min_element(pack.provenances, {}, &rules::Provenance::confidence);
    return least == pack.provenances.end() ? rules::Confidence::Low : least->confidence;
}

} // namespace

PacksModel::PacksModel(const RulesWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{}

void PacksModel::setPacks(std::vector<rules::RulePack> packs, QDate today)
{
    beginResetModel();
    m_packs = std::move(packs);
    m_today = today;
    std::ranges::sort(m_packs, [](const rules::RulePack &a, const rules::RulePack &b) {
        if (a.title != b.title)
            return a.title.compare(b.title, Qt::CaseInsensitive) < 0;
        return a.from == b.from ? a.version > b.version : a.from > b.from;
    });
    endResetModel();
}

const rules::RulePack *PacksModel::find(const QString &name) const
{
    const int row = rowOf(name);
    return row < 0 ? nullptr : &m_packs[size_t(row)];
}

int PacksModel::rowOf(const QString &name) const
{
    const auto found = std::ranges::find(m_packs, name, &rules::RulePack::name);
    return found == m_packs.end() ? -1 : int(found - m_packs.begin());
}

int PacksModel::countOf(rules::PackState state) const
{
    return int(std::ranges::count_if(m_packs, [this, state](const rules::RulePack &pack) {
        return packStateOf(pack, m_today) == state;
    }));
}

int PacksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_packs.size());
}

int PacksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PacksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const rules::RulePack &pack = m_packs[size_t(index.row())];
    if (role == StateRole)
        return QVariant::fromValue(packStateOf(pack, m_today));
    if (role == NameRole)
        return pack.name();
    if (role == Qt::ToolTipRole)
        return pack.isEnabled ? pack.name() : QString(pack.name() + u'\n' + pack.disabledReason);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Title: return pack.title;
    case Version: return pack.version;
    case Validity: return m_words.validity(pack);
    case State: return m_words.state(pack, m_today);
    case Trust: return m_words.trust(pack, leastSure(pack));
    default: return {};
    }
}

QVariant PacksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_words.packHeader(section)
                                                                    : QVariant();
}

PackNumbersModel::PackNumbersModel(const RulesWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{}

void PackNumbersModel::setPack(const rules::RulePack *pack)
{
    beginResetModel();
    m_pack = pack;
    endResetModel();
}

int PackNumbersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_pack ? 0 : int(m_pack->parameters.size());
}

int PackNumbersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PackNumbersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const rules::ParameterOrigin &number = m_pack->parameters[size_t(index.row())];
    const rules::Provenance &from = m_pack->provenanceOf(qint32(index.row()));
    if (role == ConfidenceRole)
        return QVariant::fromValue(from.confidence);
    if (role == Qt::ToolTipRole)
        return from.note;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Path: return number.path;
    case Value: return number.text;
    case Clause: return from.clause;
    case Source:
        return number.layer == rules::Layer::Agreement ? from.source : m_words.layer(number.layer);
    case Trust: return m_words.trust(*m_pack, from.confidence);
    default: return {};
    }
}

QVariant PackNumbersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_words.numberHeader(section)
                                                                    : QVariant();
}

} // namespace film::app
