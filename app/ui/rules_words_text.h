#pragma once

#include "app/controllers/rules_controller.h"

#include <QCoreApplication>

namespace film::app {

// The words of Rules and rates.
class RulesWordsText final : public RulesWords
{
    Q_DECLARE_TR_FUNCTIONS(film::app::RulesWordsText)
public:
    [[nodiscard]] QString packHeader(int column) const override;
    [[nodiscard]] QString numberHeader(int column) const override;
    [[nodiscard]] QString validity(const rules::RulePack &pack) const override;
    [[nodiscard]] QString state(const rules::RulePack &pack, QDate day) const override;
    [[nodiscard]] QString trust(const rules::RulePack &pack,
                                rules::Confidence confidence) const override;
    [[nodiscard]] QString layer(rules::Layer layer) const override;

    // "iatse-hba-tv, version 2024"
    [[nodiscard]] static QString packName(const rules::RulePack &pack);
    // What there is to know of a pack beside its numbers: whom it is for, what it leaves to a
    // person, where it comes from.
    [[nodiscard]] static QString about(const rules::RulePack &pack);
    [[nodiscard]] static QString comparison(const PackComparison &comparison);
    [[nodiscard]] static QString lineName(rules::LineCode code);
    // How a day's pay came about, line by line; the reason where it has none.
    [[nodiscard]] static QString explanation(const rules::PersonWeekPay &pay, QDate date);
};

} // namespace film::app
