// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sample's tables, one function a kind. Private to core/sample; sample_table() chooses.

#include "core/sample/company.h"
#include "core/sample/sheet_builder.h"

namespace topline {

void fill_usage(const Company& company, SheetBuilder& to);
void fill_roster(const Company& company, SheetBuilder& to);
void fill_orders(const Company& company, SheetBuilder& to);
void fill_accounts(const Company& company, SheetBuilder& to);
void fill_receivables(const Company& company, uint64_t seed, SheetBuilder& to);
void fill_pipeline(const Company& company, uint64_t seed, SheetBuilder& to);
void fill_tickets(const Company& company, uint64_t seed, SheetBuilder& to);
void fill_decisions(uint64_t seed, SheetBuilder& to);

// Made by hand: what a project team would write down. No draws.
void fill_processes(SheetBuilder& to);
void fill_costs(SheetBuilder& to);
void fill_benefits(SheetBuilder& to);
void fill_cashflows(SheetBuilder& to);
void fill_campaigns(SheetBuilder& to);
void fill_requirements(SheetBuilder& to);
void fill_controls(SheetBuilder& to);
void fill_goals(const Company& company, SheetBuilder& to);
void fill_vendors(SheetBuilder& to);

}  // namespace topline
