// SPDX-License-Identifier: Apache-2.0
#pragma once

// What groups of people are compared by: one figure of a question, as coded answers whose mean it
// is. −1, 0 and +1 make an NPS, 0 and 1 a share, scores themselves a mean.

#include <cstdint>
#include <string>
#include <vector>

#include "core/measure/answers.h"
#include "core/measure/measure.h"
#include "core/profile/plan.h"
#include "core/stats/weighted.h"

namespace topline {

struct ComparedFigure {
  enum class Kind : uint8_t { net, share, mean };
  MeasureId id;
  Kind kind = Kind::mean;
  int box_low = 0;          ///< of a box: the lowest score in it
  std::string option = {};  ///< of a choice

  /// From the coded mean to the measure's unit.
  double factor() const { return kind == Kind::mean ? 1 : 100; }
};

/// Counts of coded answers by code, ascending.
using CodedAnswers = std::vector<stats::WeightedValue>;

/// The answers of every cell to one question, coded by one of its figures at a time.
class ComparedQuestion {
 public:
  /// `answers` and `hidden` by cell; they must outlive it.
  ComparedQuestion(uint32_t column, const ColumnPlan& plan, const std::vector<Answers>& answers,
                   const std::vector<bool>& hidden);

  /// The question's score first; with `every`, its mean beside a share or each option, too. Without
  /// it a choice has none.
  std::vector<ComparedFigure> figures(bool every) const;

  uint32_t column() const { return column_; }  ///< 0-based
  bool hidden(uint32_t cell) const { return (*hidden_)[cell]; }
  uint64_t n(uint32_t cell) const { return (*answers_)[cell].n; }
  bool shown(uint32_t cell) const { return !hidden(cell) && n(cell) > 0; }

  /// The coded answers of a cell replace what stands in `into`.
  void code(const ComparedFigure& figure, uint32_t cell, CodedAnswers& into) const;

 private:
  const Answers::Option* option_of(uint32_t cell, const std::string& text) const;

  uint32_t column_;
  const ColumnPlan* plan_;
  const std::vector<Answers>* answers_;
  const std::vector<bool>* hidden_;
  /// Of a choice, by cell: its options by text, for a search by halves.
  std::vector<std::vector<const Answers::Option*>> by_text_;
};

/// Takes the people of `part` out of `whole`. REQUIRES: `whole` counts them.
void take_out(CodedAnswers& whole, const CodedAnswers& part);

}  // namespace topline
