// SPDX-License-Identifier: Apache-2.0

// A reader of a whole report attacks what is hidden in it: by subtraction of all that is shown, and by
// whole-number bounds. Hundreds of small surveys.

#include "tests/analysis/attack.h"

#include <array>
#include <map>
#include <random>
#include <set>

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

using nlohmann::json;
using attack::WholeNumbers;

constexpr int64_t kMinN = 5;
constexpr size_t kClasses = 3;
using Counts = std::array<int64_t, kClasses>;  // detractors, passives, promoters; outside, in the box

struct Row {
  std::string department, region, wave;
  int nps = 0, csat = 0;  // 0: no answer to csat
};

// Small groups that often agree.
std::vector<Row> survey(uint32_t seed) {
  std::mt19937 random(seed);
  const size_t people = 12 + random() % 60, departments = 2 + random() % 4, waves = 1 + random() % 3;
  const uint32_t agree = random() % 3;
  std::vector<Row> rows;
  for (size_t i = 0; i < people; ++i) {
    Row row;
    // The later departments are the smaller ones.
    const size_t at = std::min(random() % departments, random() % departments);
    row.department = std::string(1, static_cast<char>('A' + at));
    row.region = random() % 4 ? "North" : "South";
    row.wave = "2024-Q" + std::to_string(1 + random() % waves);
    row.nps = agree == 0 || random() % 8 == 0 ? static_cast<int>(random() % 11)
              : agree == 1                    ? 9 + static_cast<int>(random() % 2)
                                              : static_cast<int>(7 * (at % 2));
    row.csat = random() % 10 == 0 ? 0 : row.nps > 6 ? 5 : 1 + static_cast<int>(random() % 5);
    rows.push_back(row);
  }
  return rows;
}

std::string csv(const std::vector<Row>& rows) {
  std::string text = "Department,Region,Quarter,How likely are you to recommend it?,Satisfaction\n";
  for (const Row& row : rows) {
    text += row.department + "," + row.region + "," + row.wave + "," + std::to_string(row.nps) + "," +
            (row.csat ? std::to_string(row.csat) : "") + "\n";
  }
  return text;
}

Settings told(bool crossed) {
  Settings settings;
  settings.columns = {{"#4", "nps", "0-10"},     {"#5", "csat", "1-5"},     {"Department", "segment", ""},
                      {"Region", "segment", ""}, {"Quarter", "wave", ""}};
  settings.by = {"Department", "Region"};
  if (crossed) settings.cross = settings.by;
  settings.wave = "Quarter";
  settings.compare = "all";
  return settings;
}

// A cell as the report names it: department, region, wave; "*" is all.
using Name = std::array<std::string, 3>;

Name name_of(const json& measure) {
  const json& segment = measure["segment"];
  return {segment.value("Department", "*"), segment.value("Region", "*"),
          measure["wave"].is_null() ? "*" : measure["wave"].get<std::string>()};
}

bool belongs(const Row& row, const Name& name) {
  const Name own = {row.department, row.region, row.wave};
  for (size_t i = 0; i < 3; ++i) {
    if (name[i] != "*" && name[i] != own[i]) return false;
  }
  return true;
}

Counts truth_of(const std::vector<Row>& rows, const Name& name, bool nps) {
  Counts counts = {};
  for (const Row& row : rows) {
    if (!belongs(row, name) || (!nps && row.csat == 0)) continue;
    ++counts[nps ? (row.nps >= 9 ? 2 : row.nps >= 7 ? 1 : 0) : (row.csat >= 4 ? 1 : 0)];
  }
  return counts;
}

int64_t people(const Counts& counts) { return counts[0] + counts[1] + counts[2]; }

bool alike(const Counts& counts) {
  const int64_t n = people(counts), slack = n >= 10 ? 1 : 0;
  return *std::max_element(counts.begin(), counts.end()) >= n - slack;
}

struct PublishedCell {
  Name name;
  bool hidden = false, bounded = false;
  Counts counts = {};  // of shown cells as published, of hidden ones the truth
};

// total = parts, told by names: a part fixes one more of department, region and wave.
struct Sum {
  size_t total = 0;
  std::vector<size_t> parts;
};

std::vector<Sum> sums_of(const std::vector<PublishedCell>& cells) {
  std::map<std::pair<size_t, size_t>, Sum> sums;  // by total and by what its parts fix
  for (size_t part = 0; part < cells.size(); ++part) {
    for (size_t fixed = 0; fixed < 3; ++fixed) {
      if (cells[part].name[fixed] == "*") continue;
      Name above = cells[part].name;
      above[fixed] = "*";
      for (size_t total = 0; total < cells.size(); ++total) {
        if (cells[total].name != above) continue;
        Sum& sum = sums[{total, fixed}];
        sum.total = total;
        sum.parts.push_back(part);
      }
    }
  }
  std::vector<Sum> all;
  for (auto& [key, sum] : sums) all.push_back(std::move(sum));
  return all;
}

class Attacker {
 public:
  explicit Attacker(const std::vector<PublishedCell>& cells) : cells_(cells), sums_(sums_of(cells)) {
    at_.assign(cells.size(), SIZE_MAX);
    std::vector<attack::Range> ranges;
    int64_t most = 0;
    for (const PublishedCell& cell : cells) most = std::max(most, people(cell.counts));
    for (size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i].hidden) continue;
      at_[i] = truth_.size();
      for (int64_t count : cells[i].counts) {
        truth_.push_back(count);
        ranges.push_back({0, most});
      }
      truth_.push_back(people(cells[i].counts));
      // That there is somebody is told by the cell's being there; a bound, that they are ten or more.
      ranges.push_back({cells[i].bounded ? 10 : 1, most});
    }
    std::vector<attack::Equation> equations;
    for (size_t i = 0; i < cells.size(); ++i) {
      if (at_[i] == SIZE_MAX) continue;
      attack::Equation base{{{at_[i] + kClasses, -1}}, 0};
      for (size_t c = 0; c < kClasses; ++c) base.terms.push_back({at_[i] + c, 1});
      equations.push_back(base);
    }
    for (const Sum& sum : sums_) {
      for (size_t c = 0; c < kClasses; ++c) {
        attack::Equation one;
        add(one, sum.total, c, -1);
        for (size_t part : sum.parts) add(one, part, c, 1);
        if (!one.terms.empty()) equations.push_back(one);
      }
    }
    // How many answered at all is told of every question.
    if (at_[0] != SIZE_MAX) equations.push_back({{{at_[0] + kClasses, 1}}, people(cells[0].counts)});
    solver_.emplace(std::move(ranges), std::move(equations));
  }

  // Could the hidden cell have another base than it has?
  bool base_open(size_t cell) {
    const int64_t n = truth_[at_[cell] + kClasses];
    for (int64_t other : {n + 1, n - 1, n + 2, n + 3, n - 2}) {
      if (other < 1) continue;
      if (could({{{at_[cell] + kClasses, 1}}, other})) return true;
    }
    return false;
  }

  // Could its people have given other answers than all the one that they did?
  bool answers_open(size_t cell) {
    for (size_t c = 0; c < kClasses; ++c) {
      for (int64_t count : {1, 2, 3}) {
        if (cells_[cell].counts[c] == 0 && could({{{at_[cell] + c, 1}}, count})) return true;
      }
    }
    return false;
  }

  // Is the cell one of hidden parts that are hardly fewer than the people in their total? Nothing but
  // the total could be hidden then, and that is left alone.
  bool is_of_scattered(size_t cell) const {
    return std::any_of(sums_.begin(), sums_.end(), [&](const Sum& sum) {
      if (std::find(sum.parts.begin(), sum.parts.end(), cell) == sum.parts.end()) return false;
      int64_t parts = 0;
      for (size_t part : sum.parts) {
        if (people(cells_[part].counts) == 0) continue;
        if (!cells_[part].hidden) return false;
        ++parts;
      }
      return people(cells_[sum.total].counts) - parts < 2;
    });
  }

  int unknown = 0;

 private:
  void add(attack::Equation& one, size_t cell, size_t c, int coefficient) const {
    if (at_[cell] != SIZE_MAX) {
      one.terms.push_back({at_[cell] + c, coefficient});
    } else {
      one.sum -= coefficient * cells_[cell].counts[c];
    }
  }

  bool could(const attack::Equation& more) {
    const auto answer = solver_->possible({more}, truth_);
    unknown += answer == WholeNumbers::Answer::unknown;
    return answer != WholeNumbers::Answer::no;
  }

  const std::vector<PublishedCell>& cells_;
  std::vector<Sum> sums_;
  std::vector<size_t> at_;  // cell -> its first variable
  std::vector<int64_t> truth_;
  std::optional<WholeNumbers> solver_;
};

std::vector<PublishedCell> published(const json& report, const std::vector<Row>& rows, bool nps) {
  std::vector<PublishedCell> cells;
  for (const json& measure : report["measures"]) {
    if (measure["id"] != (nps ? "nps" : "csat")) continue;
    PublishedCell cell{name_of(measure)};
    cell.hidden = measure.contains("suppressed");
    cell.bounded = measure.contains("bound");
    cell.counts = truth_of(rows, cell.name, nps);
    if (cell.hidden) {
      for (const char* key : {"value", "n", "se", "interval", "parts", "distribution"}) {
        EXPECT_FALSE(measure.contains(key)) << measure.dump();
      }
    } else if (measure["n"] != 0) {
      const json& parts = measure["parts"];
      const auto n = measure["n"].get<int64_t>();
      if (nps) {
        EXPECT_EQ(parts["promoters"], cell.counts[2]);
        EXPECT_EQ(parts["detractors"], cell.counts[0]);
      } else {
        EXPECT_EQ(parts["satisfied"], cell.counts[1]);
      }
      EXPECT_EQ(n, people(cell.counts));
      EXPECT_GE(n, kMinN);
      EXPECT_FALSE(alike(cell.counts)) << measure.dump();
    }
    cells.push_back(cell);
  }
  return cells;
}

TEST(Attack, NeitherSubtractionNorWholeNumbersTellOnAnybody) {
  int hidden = 0, bounded = 0, shown_segments = 0, unanimous = 0, unknown = 0, asked = 0;
  for (uint32_t seed = 1; seed <= 200; ++seed) {
    const std::vector<Row> rows = survey(seed);
    const json report = report_json(csv(rows), told(seed % 2 == 0));
    ASSERT_TRUE(report.contains("measures")) << report.dump();
    for (const bool nps : {true, false}) {
      const std::vector<PublishedCell> cells = published(report, rows, nps);
      Attacker attacker(cells);
      for (size_t i = 0; i < cells.size(); ++i) {
        const PublishedCell& cell = cells[i];
        shown_segments += i != 0 && !cell.hidden;
        if (!cell.hidden) continue;
        ++hidden;
        bounded += cell.bounded;
        const std::string where = "seed " + std::to_string(seed) + (nps ? " nps " : " csat ") +
                                  cell.name[0] + " " + cell.name[1] + " " + cell.name[2] + ", " +
                                  std::to_string(people(cell.counts)) + " people";
        const bool all_one = *std::max_element(cell.counts.begin(), cell.counts.end()) == people(cell.counts);
        // The table as a whole is as large as it is.
        const bool everyone = people(cell.counts) == people(cells[0].counts);
        if (!everyone && !attacker.is_of_scattered(i)) {
          ++asked;
          EXPECT_TRUE(attacker.base_open(i)) << where << ": its base is told";
        }
        // Of a bound it may be told that nearly all agree, never that all do.
        if (all_one && !(everyone && !cell.bounded)) {
          ++unanimous;
          EXPECT_TRUE(attacker.answers_open(i)) << where << ": what all of them answered is told";
        }
      }
      unknown += attacker.unknown;
    }
  }
  EXPECT_GT(hidden, 3000);
  EXPECT_GT(bounded, 10);
  EXPECT_GT(shown_segments, 1000);
  EXPECT_GT(unanimous, 500);
  EXPECT_LT(unknown * 50, asked) << "questions that the attacker gave up on";
}

TEST(Attack, TheAttackerFindsWhatIsLeftOpen) {
  // Everyone 40 = Sales 30 + IT 3 + Legal 7; only IT is hidden.
  std::vector<PublishedCell> cells = {{{"*", "*", "*"}, false, false, {10, 10, 20}},
                                      {{"Sales", "*", "*"}, false, false, {8, 8, 14}},
                                      {{"IT", "*", "*"}, true, false, {0, 0, 3}},
                                      {{"Legal", "*", "*"}, false, false, {2, 2, 3}}};
  {
    Attacker attacker(cells);
    EXPECT_FALSE(attacker.base_open(2));
    EXPECT_FALSE(attacker.answers_open(2));
  }
  cells[3].hidden = true;
  Attacker attacker(cells);
  EXPECT_TRUE(attacker.base_open(2));
  EXPECT_TRUE(attacker.answers_open(2));
}

// Five groups of one person each, five people hidden together: each must be of one.
TEST(Attack, WholeNumbersPinSmallGroups) {
  std::vector<PublishedCell> cells = {{{"*", "*", "*"}, false, false, {10, 10, 10}},
                                      {{"A", "*", "*"}, false, false, {8, 8, 9}}};
  for (const char* one : {"B", "C", "D", "E", "F"}) {
    cells.push_back({{one, "*", "*"}, true, false, {}});
    cells.back().counts[cells.size() % 3] = 1;
  }
  cells[0].counts = {0, 0, 0};
  for (size_t i = 1; i < cells.size(); ++i) {
    for (size_t c = 0; c < kClasses; ++c) cells[0].counts[c] += cells[i].counts[c];
  }
  Attacker attacker(cells);
  EXPECT_FALSE(attacker.base_open(2));
}

// The other figures of the report: how often each text stands in a column, and the filter's counts.
TEST(Attack, ColumnsDoNotTellSmallGroups) {
  int told_of = 0, hidden = 0;
  for (uint32_t seed = 1; seed <= 60; ++seed) {
    const json report = report_json(csv(survey(seed)), told(false));
    for (const json& column : report["inputs"][0]["columns"]) {
      int nulls = 0;
      for (const json& text : column["top"]) {
        nulls += text[1].is_null();
        told_of += text[1].is_number();
        if (column["role"] == "segment" || column["role"] == "wave") {
          EXPECT_TRUE(text[1].is_null() || text[1] >= kMinN) << column.dump();
        }
      }
      hidden += nulls;
      EXPECT_NE(nulls, 1) << column.dump();
    }
  }
  EXPECT_GT(told_of, 100);
  EXPECT_GT(hidden, 50);
}

}  // namespace
}  // namespace topline
