// SPDX-License-Identifier: Apache-2.0

// tally -> merge: any split, any order, through files or in memory, the same report bytes.

#include <random>

#include "tests/analysis/analyse.h"

namespace topline {
namespace {

Settings full_settings() {
  Settings settings;
  settings.by = {"Department", "Region"};
  settings.cross = {"Department", "Role"};
  settings.wave = "Submitted";
  settings.weight = "Data quality";  // whole numbers 1–5 with blanks: rows without one are left out
  settings.columns = {{"Data quality", "weight", ""}};
  return settings;
}

std::string tally_text(const Analysis& analysis) {
  std::string text;
  analysis.tally_json([&](std::string_view piece) { text += piece; });
  return text;
}

// Reads [cuts[k], cuts[k+1]) each on its own; a range that was guessed wrongly is read again.
std::vector<Analysis> read_ranges(const std::string& text, const Settings& settings,
                                  const std::string& plan, const std::vector<uint64_t>& cuts) {
  std::vector<Analysis> parts;
  uint64_t next = 0;
  for (size_t k = 0; k + 1 < cuts.size(); ++k) {
    for (bool exact : {k == 0, true}) {
      Analysis part(settings);
      EXPECT_TRUE(part.use_plan(plan).has_value());
      ScanRange range{exact && k != 0 ? next : cuts[k], cuts[k + 1], exact};
      if (range.from >= range.to && k != 0) range.to = range.from;
      const auto done = read_into(part, "t.csv", text, range);
      EXPECT_TRUE(done.has_value());
      if (k != 0 && part.covered().from != next) {
        EXPECT_FALSE(exact);
        continue;
      }
      next = part.covered().to;
      parts.push_back(std::move(part));
      break;
    }
  }
  return parts;
}

// The same order natively and in wasm, which std::shuffle does not give.
template <class Items>
void shuffle(Items& items, std::mt19937& random) {
  for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
}

TEST(Merge, RangesInAnyOrderGiveTheSameReportBytes) {
  for (const char* kind : {"plain", "messy"}) {
    const std::string sample = sample_text({5, 700, "en", kind});
    const auto whole = analyse(sample, full_settings());
    ASSERT_TRUE(whole.has_value());
    const std::string expected = report_text(*whole);
    ASSERT_NE(expected.rfind("error", 0), 0u) << expected;
    const std::string plan = whole->plan_json();
    std::mt19937 random(11);
    for (size_t count : {1u, 2u, 8u, 8u, 8u, 31u, 31u, 31u, 300u}) {
      std::vector<uint64_t> cuts = {0};
      while (cuts.size() < count) cuts.push_back(1 + random() % (sample.size() - 1));
      cuts.push_back(UINT64_MAX);
      std::sort(cuts.begin(), cuts.end());
      std::vector<Analysis> parts = read_ranges(sample, full_settings(), plan, cuts);
      ASSERT_EQ(parts.size(), count);
      std::vector<std::string> files;
      for (const Analysis& part : parts) files.push_back(tally_text(part));
      shuffle(parts, random);
      shuffle(files, random);

      Analysis in_memory = std::move(parts[0]);
      for (size_t k = 1; k < parts.size(); ++k) {
        ASSERT_TRUE(in_memory.merge(std::move(parts[k])).has_value());
      }
      EXPECT_EQ(report_text(in_memory), expected) << count;

      Analysis from_files{Settings{}};
      for (const std::string& file : files) ASSERT_TRUE(from_files.add_tally(file).has_value());
      EXPECT_EQ(report_text(from_files), expected) << count;
      EXPECT_EQ(tally_text(from_files), tally_text(in_memory)) << count;
    }
  }
}

TEST(Merge, IsAssociative) {
  const std::string sample = sample_text({6, 300, "en", "messy"});
  const auto whole = analyse(sample, full_settings());
  const std::string plan = whole->plan_json();
  const std::vector<uint64_t> cuts = {0, 5000, 9000, 15000, UINT64_MAX};
  const auto fold_parts = [&](const std::vector<std::vector<size_t>>& tree) {
    std::vector<Analysis> parts = read_ranges(sample, full_settings(), plan, cuts);
    std::vector<Analysis> sums;
    for (const auto& branch : tree) {
      Analysis sum = std::move(parts[branch[0]]);
      for (size_t i = 1; i < branch.size(); ++i) {
        EXPECT_TRUE(sum.merge(std::move(parts[branch[i]])).has_value());
      }
      sums.push_back(std::move(sum));
    }
    Analysis total = std::move(sums[0]);
    for (size_t i = 1; i < sums.size(); ++i) EXPECT_TRUE(total.merge(std::move(sums[i])).has_value());
    return report_text(total);
  };
  const std::string expected = report_text(*whole);
  EXPECT_EQ(fold_parts({{0, 1, 2, 3}}), expected);
  EXPECT_EQ(fold_parts({{3, 1}, {2, 0}}), expected);
  EXPECT_EQ(fold_parts({{2}, {0, 3, 1}}), expected);
}

TEST(Merge, FilesOfOneSurveyAreOneTable) {
  const std::string header = "How likely to recommend?,Team\n";
  Settings settings;
  settings.by = {"Team"};
  std::string one = header, two = header, both = header;
  for (int i = 0; i < 60; ++i) {
    const std::string row = std::to_string(i % 11) + (i % 2 ? ",A\n" : ",B\n");
    (i < 25 ? one : two) += row;
    both += row;
  }
  Analysis analysis(settings);
  ASSERT_TRUE(read_into(analysis, "b.csv", two).has_value());
  ASSERT_TRUE(read_into(analysis, "a.csv", one).has_value());
  const auto report = nlohmann::json::parse(report_text(analysis));
  EXPECT_EQ(report["inputs"].size(), 2u);
  EXPECT_EQ(report["inputs"][0]["name"], "a.csv") << "by name, not by order of reading";
  const auto expected = report_json(both, settings);
  for (const char* team : {"A", "B"}) {
    EXPECT_EQ(measures_of(report, "nps", {{"Team", team}})[0]["value"],
              measures_of(expected, "nps", {{"Team", team}})[0]["value"]);
  }
  EXPECT_FALSE(message_of(report, "tables_stacked").is_null());
}

TEST(Merge, RefusesWhatDoesNotBelongTogether) {
  const std::string sample = sample_text({1, 200, "en", "plain"});
  Settings by_region;
  by_region.by = {"Region"};
  auto left = analyse(sample, by_region);
  auto right = analyse(sample);
  EXPECT_EQ(left->merge(std::move(*right)).error().code, Code::plan_mismatch);
  auto again = analyse(sample, by_region);
  EXPECT_EQ(left->merge(std::move(*again)).error().code, Code::range_misaligned)
      << "the same stretch twice";
  EXPECT_EQ(left->add_tally("{}").error().code, Code::bad_json);
  EXPECT_EQ(left->add_tally("[1").error().code, Code::bad_json);
  std::string broken = tally_text(*left);
  broken.replace(broken.find("\"tokens\""), 8, "\"tokenz\"");
  EXPECT_EQ(Analysis{Settings{}}.add_tally(broken).error().code, Code::bad_json);
}

TEST(Merge, APartThatIsMissingIsAnErrorNotANumber) {
  const std::string sample = sample_text({1, 300, "en", "plain"});
  const std::string plan = analyse(sample)->plan_json();
  auto parts = read_ranges(sample, {}, plan, {0, 4000, 8000, UINT64_MAX});
  Analysis sum = std::move(parts[0]);
  ASSERT_TRUE(sum.merge(std::move(parts[2])).has_value());
  const auto report = sum.report();
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(report.error().code, Code::range_misaligned);
}

TEST(Merge, BlankLinesOfAOneColumnTableAreMissingAnswersAcrossRanges) {
  std::string text = "\xEF\xBB\xBFsep=,\nHow likely to recommend?\n";
  for (int i = 0; i < 40; ++i) text += i % 4 == 1 ? "\n" : std::to_string(i % 11) + "\n";
  text += "x\n\n\n\n9\n\n\n";
  const auto whole = analyse(text);
  const std::string expected = report_text(*whole);
  const auto report = nlohmann::json::parse(expected);
  EXPECT_EQ(report["inputs"][0]["rows"]["blank"], 2) << "only those at the end";
  EXPECT_EQ(report["inputs"][0]["columns"][0]["missing"], 13);
  EXPECT_EQ(message_of(report, "invalid_answers")["where"]["line"], 43) << "sep= and header are lines";
  for (uint64_t cut = 35; cut < text.size(); ++cut) {
    auto parts = read_ranges(text, {}, whole->plan_json(), {0, cut, UINT64_MAX});
    ASSERT_EQ(parts.size(), 2u);
    ASSERT_TRUE(parts[1].merge(std::move(parts[0])).has_value());
    ASSERT_EQ(report_text(parts[1]), expected) << cut;
  }
}

TEST(Merge, TallyFilesAreCanonical) {
  const std::string sample = sample_text({2, 250, "zh-CN", "messy"});
  Settings settings;
  settings.by = {"部门"};
  const auto analysis = analyse(sample, settings);
  const std::string file = tally_text(*analysis);
  EXPECT_TRUE(looks_like_tally(file));
  EXPECT_FALSE(looks_like_tally(sample));
  Analysis back{Settings{}};
  ASSERT_TRUE(back.add_tally(file).has_value());
  EXPECT_EQ(tally_text(back), file);
}

}  // namespace
}  // namespace topline
