#include "tests/unit/rules/rule_pack_samples.h"

namespace film::rules::samples {

const QByteArray hourlyPack = R"({
  "schema": "filmtracker.rulepack/1",
  "id": "test-hourly", "version": "1.0", "title": "A pack by the hour",
  "currency": "USD", "jurisdiction": ["US-CA"],
  "effective": {"from": "2024-08-01", "to": "2027-07-31"},
  "applies": {"union": ["IATSE"], "medium": ["tv"], "on_production": true},
  "priority": 200,
  "confidence": "medium", "sources": ["S-LIG", "S-WB"],
  "advisories": ["Something a person must know."],
  "pay": "hourly",
  "time": {"total_rounding": {"increment_min": 6, "mode": "up"}, "gap_is_work_below_min": 240},
  "rates": {"day_divisor": "8", "derived_rate_decimals": 4},
  "work_day": {"min_call_min": 480},
  "daily_tiers": [
    {"after_min": 0, "basis": "worked", "mult": "1.0"},
    {"after_min": 480, "basis": "worked", "mult": "1.5", "confidence": "high", "source": "S-WB",
     "clause": "para 12"
},
    {"after_min": 900, "basis": "elapsed", "mult": "3.0"}],
  "day_kinds": {
    "sixth": {"tiers": [{"after_min": 0, "basis": "worked", "mult": "1.5"}]},
    "holiday_not_worked": {"idle_min": 480},
    "travel": {"paid": {"min_min": 240, "max_min": 480, "mult": "1.0"}}},
  "meals": {
    "first_due": {"after_min": 360, "from": "individual_call"}, "next_due": {"after_min": 360},
    "min_len_min": 30, "max_deduct_min": 60, "grace": {"max_min": 12},
    "ndb": {"min_len_min": 15, "must_end_within_min": 120}, "french_hours": {"allowed": true},
    "penalty": {"model": "schedule", "increment_min": 30, "amounts": ["7.50", "10.00", "12.50"],
      "then": "25.00", "confidence": "low",
      "weekly_escalator": {"after_count": 20, "fraction": "0.5"}}},
  "weekly": {"ot_after_min": 2400, "mult": "1.5", "counts": "straight_only"},
  "consecutive": {"counter": "workweek_day", "workweek_starts": "sun", "eighth": "allowed"},
  "holidays": {"calendar": "us-iatse-2025", "overlap_after_midnight": {"mult": "2.0"}},
  "turnaround": [
    {"id": "daily", "required_min": 600, "model": "additive", "mult": "2.0", "max_short_min": 120},
    {"id": "weekend5", "required_min": 3240, "days_worked_in_week": 5, "model": "additive",
     "mult": "2.0"}],
  "night": {"suppress_at_mult": "2.0", "compounds_with_ot": true, "rules": [
    {"call_from": "06:00", "call_to": "20:00", "window": ["20:00", "06:00"], "factor": "1.10"},
    {"call_from": "20:00", "call_to": "04:00", "window": "whole_shift", "factor": "1.20"}]},
  "guarantees": {"weekly_cume": {"week_min": 3240, "days": 5},
    "reporting_time": {"fraction": "0.5", "min_min": 120, "max_min": 240}}
})";

const QByteArray feePack = R"({
  "schema": "filmtracker.rulepack/1",
  "id": "test-fee", "version": "2", "title": "A pack by the day",
  "currency": "GBP", "jurisdiction": ["GB"], "effective": {"from": "2023-01-01", "to": null},
  "confidence": "high", "sources": ["S-UKTV"], "pay": "day_fee",
  "rates": {"day_divisor": "10"},
  "work_day": {"contracted_elapsed_min": {"SWD": 660, "SCWD": 600, "CWD": 540},
    "additional_hour_min": 60, "starts": "unit_call"},
  "daily_tiers": [{"mult": "1.5"}],
  "overtime": {"increment_min": 15, "clock_tiers": [{"from": "23:00", "mult": "2.0"}],
    "floor_per_hour": "35.00", "ceiling_per_hour": "70.00", "ceiling_or_1T": true},
  "day_kinds": {"sixth_shooting": {"fee": {"mult": "1.5"}},
    "sixth_nonshooting": {"fee": {"mult": "1.5", "short_limit_min": 360, "short_mult": "1.0"},
      "needs_approval": true},
    "sunday": {"surcharge": "0.75"}},
  "meals": {"first_due": {"after_min": 360, "from": "unit_call"}, "min_len_min": 60,
    "not_due_for_shapes": ["CWD"],
    "penalty": {"model": "ot_rate_segments", "increment_min": 15, "at": "ot_rate"}},
  "turnaround": [{"id": "daily", "required_min": 660, "model": "additive", "mult": "0.5",
    "increment_min": 15, "comp_rest": true}],
  "night": {"weekly_bank": {"after": "23:00", "add_mult": "1.0", "increment_min": 15,
    "cap_min": 600}},
  "early": {"before": "06:00", "add_mult": "0.5", "increment_min": 15}
})";

const QByteArray allInPack = R"({
  "schema": "filmtracker.rulepack/1",
  "id": "test-all-in", "version": "1", "title": "A week with everything in it",
  "currency": "CAD", "jurisdiction": ["CA-BC"], "effective": {"from": "2012-04-01", "to": null},
  "confidence": "medium", "sources": ["S-891"], "pay": "all_in",
  "rates": {"derived_rate_decimals": 2},
  "guarantees": {"all_in": {"pay_hours": "70", "included_min": 3600, "over_mult": "2.0"}}
})";

const QByteArray leavePack = R"({
  "schema": "filmtracker.rulepack/1",
  "id": "test-leave", "version": "1", "title": "Holiday pay",
  "currency": "GBP", "jurisdiction": ["GB"], "effective": {"from": "2024-04-01", "to": null},
  "confidence": "high", "sources": ["S-UKH"], "pay": "leave_only", "leave": {"rate": "0.1207"}
})";

} // namespace film::rules::samples
