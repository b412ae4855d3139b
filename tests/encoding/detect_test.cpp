// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

#include "core/encoding/encoding.h"

namespace topline {
namespace {

// The bytes of each character that two bytes of GBK, or one byte above ASCII, stand for.
std::map<std::string, std::string> inverse(Encoding encoding) {
  std::map<std::string, std::string> bytes_of;
  const auto add = [&](const std::string& bytes) {
    Decoder decoder(encoding);
    std::string text;
    decoder.decode(bytes, text);
    decoder.finish(text);
    if (decoder.invalid() == 0) bytes_of.emplace(text, bytes);
  };
  for (int first = 0x80; first <= 0xFE; ++first) {
    add(std::string(1, static_cast<char>(first)));
    if (encoding != Encoding::gb18030) continue;
    for (int second = 0x40; second <= 0xFE; ++second) {
      add({static_cast<char>(first), static_cast<char>(second)});
    }
  }
  return bytes_of;
}

std::string encoded(std::string_view text, const std::map<std::string, std::string>& bytes_of) {
  std::string bytes;
  for (size_t at = 0; at < text.size();) {
    const auto lead = static_cast<uint8_t>(text[at]);
    const size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string character(text.substr(at, size));
    bytes += size == 1 ? character : bytes_of.at(character);
    at += size;
  }
  return bytes;
}

Encoding found(std::string_view bytes) { return detect_encoding(bytes, true).encoding; }

TEST(Detect, MarksAndPlainTexts) {
  EXPECT_EQ(detect_encoding("a,b\n1,2\n", true).clue, EncodingClue::ascii);
  EXPECT_EQ(detect_encoding("满意,b\n1,2\n", true).clue, EncodingClue::utf8);
  EXPECT_EQ(detect_encoding("\xEF\xBB\xBF" "a", true).clue, EncodingClue::bom);
  EXPECT_EQ(found("\xFF\xFE" "a"), Encoding::utf16le);
  EXPECT_EQ(found("\xFE\xFF" "a"), Encoding::utf16be);
  EXPECT_EQ(found(std::string_view("n\0p\0s\0\n\0" "9\0\n\0", 12)), Encoding::utf16le);
  EXPECT_EQ(found(std::string_view("\0n\0p\0s\0\n\0" "9\0\n", 12)), Encoding::utf16be);
}

TEST(Detect, ASequenceThatTheHeadCutsIsNoDamage) {
  EXPECT_EQ(detect_encoding("满意\xE6\xBB", false).encoding, Encoding::utf8);
  EXPECT_EQ(detect_encoding("满意满意满意\xE6\xBB", true).encoding, Encoding::utf8) << "damaged, but UTF-8";
}

TEST(Detect, ShortChineseTexts) {
  const auto bytes_of = inverse(Encoding::gb18030);
  for (const char* text :
       {"满意", "部门", "姓名,部门\n张三,销售部\n", "您有多大可能向同事推荐本CRM系统？", "很好，继续努力！",
        "序号,提交答卷时间,所用时间\n1,2026/9/1,60秒\n", "非常满意", "培训不够", "（空）", "客服响应太慢了",
        "同步经常失败,请修复", "9分", "财务部;人力资源部", "界面友好、操作简单", "没有意见"}) {
    EXPECT_EQ(found(encoded(text, bytes_of)), Encoding::gb18030) << text;
  }
}

TEST(Detect, WesternTexts) {
  const auto bytes_of = inverse(Encoding::windows_1252);
  for (const char* text :
       {"Zufriedenheit,Möchten Sie uns weiterempfehlen?\n5,Ja, natürlich\n", "Größe", "très satisfait", "é",
        "Déçu par le délai; sinon ça va", "Muy satisfecho, ¿por qué?", "Não está à altura", "Sønderjylland, Århus, Ærø",
        "Fühlt sich träge an – überall Ä, Ö und Ü", "naïve café crème brûlée", "“quoted” – dashes — and €5",
        "Señor Núñez: año, mañana", "Straße;Fuß;Maß", "It’s fine", "Ça marche où ?"}) {
    EXPECT_EQ(found(encoded(text, bytes_of)), Encoding::windows_1252) << text;
  }
}

TEST(Detect, RealFiles) {
  const auto clue = [](const char* name) -> std::optional<Encoding> {
    std::ifstream file(std::string(TOPLINE_SHARED "/data/") + name, std::ios::binary);
    if (!file) return std::nullopt;
    return found(std::string{std::istreambuf_iterator<char>(file), {}});
  };
  if (!clue("starwars_surveymonkey.csv")) GTEST_SKIP() << "no shared truth at " TOPLINE_SHARED;
  EXPECT_EQ(clue("starwars_surveymonkey.csv"), Encoding::windows_1252) << "two stray bytes in ASCII";
  EXPECT_EQ(clue("nolicence/wjx_zh_ai_social_gbk.csv"), Encoding::gb18030);
  EXPECT_EQ(clue("csv/csvkit__test_latin1.csv"), Encoding::windows_1252);
  EXPECT_EQ(clue("csv/csvkit__test_utf16_big.csv"), Encoding::utf16be);
  EXPECT_EQ(clue("csv/csvkit__test_utf16_little.csv"), Encoding::utf16le);
}

}  // namespace
}  // namespace topline
