// SPDX-License-Identifier: Apache-2.0
#include "core/base/json_writer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

namespace topline {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(JsonWriter, WritesWhatNlohmannReads) {
  std::string text;
  for (int indent : {0, 2}) {
    text.clear();
    JsonWriter out([&](std::string_view piece) { text += piece; }, indent);
    out.begin_object();
    out.field("text", "a \"quoted\"\n\t\\ line");
    out.field("count", uint64_t{18446744073709551615u});
    out.key("list");
    out.begin_array(true);
    out.number(0.1);
    out.number(std::nan(""));
    out.boolean(true);
    out.null();
    out.begin_object();
    out.end_object();
    out.end_array();
    out.key("raw");
    out.raw("{\"a\":1}");
    out.end_object();
    out.flush();
    const auto json = nlohmann::json::parse(text);
    EXPECT_EQ(json["text"], "a \"quoted\"\n\t\\ line");
    EXPECT_EQ(json["count"], 18446744073709551615u);
    EXPECT_EQ(json["list"].dump(), "[0.1,null,true,null,{}]");
    EXPECT_EQ(json["raw"]["a"], 1);
  }
}

TEST(JsonWriter, BadUtf8BecomesReplacementsAsInBrowsers) {
  // The WHATWG decoder's maximal-subpart rule, sequence by sequence.
  EXPECT_EQ(quoted("a\xC3"), "\"a\xEF\xBF\xBD\"");
  EXPECT_EQ(quoted("\xE4\xB8"), "\"\xEF\xBF\xBD\"") << "a cut sequence is one";
  EXPECT_EQ(quoted("\xE4\xB8x"), "\"\xEF\xBF\xBDx\"");
  EXPECT_EQ(quoted("\xC0\xAF"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"") << "overlong";
  EXPECT_EQ(quoted("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"") << "a surrogate";
  EXPECT_EQ(quoted("\xF0\x9F\x98\x80"), "\"\xF0\x9F\x98\x80\"");
  EXPECT_EQ(quoted(std::string_view("\0\x1f", 2)), "\"\\u0000\\u001f\"");
}

}  // namespace
}  // namespace topline
