// SPDX-License-Identifier: Apache-2.0

// Bytes per second of the scan, by lane:
//   positions   finding where cells and records end
//   records     Scanner::next(), the views built and looked at
// over a survey of 13 columns and about 120 bytes a row, plain, with quoted comments, and in
// Chinese. SCAN_FILE=path measures a file of one's own.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "core/ingest/block_index.h"
#include "core/ingest/scanner.h"

namespace topline {
namespace {

constexpr size_t kBytes = size_t{8} << 20;

enum class Content : int { plain, quoted, chinese, file };

const std::string& survey(Content content) {
  static std::string texts[4];
  std::string& text = texts[static_cast<int>(content)];
  if (!text.empty()) return text;
  if (content == Content::file) {
    std::ifstream file(std::getenv("SCAN_FILE"), std::ios::binary);
    std::string once{std::istreambuf_iterator<char>(file), {}};
    while (!once.empty() && text.size() < kBytes) text += once;
    return text;
  }
  std::mt19937 random(1);
  constexpr const char* kRegion[] = {"North", "South", "East", "West", "Central"};
  constexpr const char* kComment[] = {"works well", "\"too slow, sadly\"",
                                      "\"she said \"\"no\"\"\"", "", "\"none\""};
  constexpr const char* kChinese[] = {"华北地区", "华南地区", "华东", "西部", "总部"};
  text = "id,date,region,team,q1,q2,q3,q4,q5,q6,q7,weight,comment\n";
  while (text.size() < kBytes) {
    const auto put = [&](const char* before, size_t number) {
      text += before;
      text += std::to_string(number);
    };
    put("R_", 10000000 + random() % 90000000);
    put(",2026-0", 1 + random() % 9);
    put("-1", random() % 10);
    text += " 10:22:41,";
    text += content == Content::chinese ? kChinese[random() % 5] : kRegion[random() % 5];
    put(",Customer Success ", random() % 40);
    for (int k = 0; k < 7; ++k) put(",", random() % 11);
    put(",1.0", 1000 + random() % 9000);
    text += ',';
    text += content == Content::quoted ? kComment[random() % 5] : "no further comment at all";
    text += '\n';
  }
  return text;
}

void report(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<int64_t>(text.size()) *
                          static_cast<int64_t>(state.iterations()));
}

void positions(benchmark::State& state, Lane lane, Content content) {
  const std::string& text = survey(content);
  const IndexBlocks index_blocks = index_blocks_for(lane);
  constexpr size_t kWindow = 8192;
  BlockIndex index;
  for (auto _ : state) {
    index.restart();
    for (size_t at = 0; at + kWindow <= text.size(); at += kWindow) {
      index.cell_count = 1;
      index.reserve(kWindow);
      index_blocks(text.data(), at, at + kWindow, {',', '\n'}, index);
    }
    benchmark::DoNotOptimize(index.cells.data());
  }
  report(state, text);
}

void records(benchmark::State& state, Lane lane, Content content) {
  const std::string& text = survey(content);
  constexpr size_t kPiece = size_t{256} << 10;
  for (auto _ : state) {
    Scanner scanner(Dialect{}, {}, lane);
    Record record;
    uint64_t cells = 0;
    const auto take = [&] {
      while (scanner.next(record)) {
        cells += record.cells.size();
        benchmark::DoNotOptimize(record.cells.data());
      }
    };
    for (size_t at = 0; at < text.size(); at += kPiece) {
      const size_t piece = std::min(kPiece, text.size() - at);
      std::memcpy(scanner.room(piece).data(), text.data() + at, piece);
      scanner.commit(piece);
      take();
    }
    scanner.finish();
    take();
    benchmark::DoNotOptimize(cells);
  }
  report(state, text);
}

}  // namespace
}  // namespace topline

int main(int argc, char** argv) {
  using namespace topline;
  constexpr const char* kLanes[] = {"scalar", "sse2", "avx2", "avx512", "wasm"};
  constexpr const char* kContents[] = {"plain", "quoted", "chinese", "file"};
  for (Lane lane : lanes_here()) {
    for (Content content : {Content::plain, Content::quoted, Content::chinese, Content::file}) {
      if (content == Content::file && std::getenv("SCAN_FILE") == nullptr) continue;
      const std::string name = std::string("/") + kLanes[static_cast<int>(lane)] + "/" +
                               kContents[static_cast<int>(content)];
      benchmark::RegisterBenchmark(("positions" + name).c_str(), positions, lane, content);
      benchmark::RegisterBenchmark(("records" + name).c_str(), records, lane, content);
    }
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
