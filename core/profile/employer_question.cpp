// SPDX-License-Identifier: Apache-2.0
#include "core/profile/employer_question.h"

#include <algorithm>
#include <span>
#include <string>

#include "core/base/text.h"

namespace topline {
namespace {

using Words = std::span<const std::string_view>;

// Says by itself that the employer is meant.
constexpr std::string_view kNamed[] = {"enps",     "e nps",    "e-nps",      "employee net promoter",
                                       "employee nps", "雇主", "员工净推荐", "工作场所", "工作单位"};
// The same after "as a": "as a great place to work".
constexpr std::string_view kPlaces[] = {"place to work", "places to work", "employer", "workplace",
                                        "company to work", "organisation to work",
                                        "organization to work", "firm to work"};
// Says so where nothing else is named that could be recommended.
constexpr std::string_view kWork[] = {
    "place to work", "places to work", "employer",    "workplace",    "to work for", "to work at",
    "to work here",  "to work with us", "to work in", "working at",   "working for", "working here",
    "working with us", "work here",     "join the company", "join our company", "join us"};
constexpr std::string_view kOffered[] = {
    "crm",     "system",  "product", "products", "service", "services", "software", "tool",
    "tools",   "app",     "application", "platform", "website", "solution", "brand", "training",
    "系统",    "系統",    "产品",    "產品",     "服务",    "服務",     "软件",     "軟件",
    "工具",    "平台",    "网站",    "应用",     "品牌",    "课程",     "培训"};
constexpr std::string_view kCompanies[] = {"公司", "企业", "单位", "这里", "我们", "集团", "机构",
                                           "组织", "医院", "学校", "此处", "團隊", "团队"};
constexpr std::string_view kToWork[] = {"工作", "任职", "就职", "上班", "就业"};
constexpr std::string_view kToJoin[] = {"加入", "入职"};

constexpr size_t kNear = 24;      // bytes of an adjective or two
constexpr size_t kNextTo = 12;    // bytes of up to four Chinese characters

bool any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return has_word(text, word); });
}

// "as a" or "as an", and one of the places soon after it.
bool names_place(std::string_view text) {
  for (size_t at = text.find("as a"); at != std::string_view::npos; at = text.find("as a", at + 1)) {
    if (at != 0 && text[at - 1] != ' ') continue;
    for (std::string_view place : kPlaces) {
      const size_t found = text.find(place, at);
      if (found != std::string_view::npos && found - at <= kNear) return true;
    }
  }
  return false;
}

// One of `first` and soon after it one of `then`.
bool followed(std::string_view text, Words first, Words then) {
  for (std::string_view word : first) {
    for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      const std::string_view after = text.substr(at + word.size());
      for (std::string_view next : then) {
        const size_t found = after.find(next);
        if (found != std::string_view::npos && found <= kNextTo) return true;
      }
    }
  }
  return false;
}

}  // namespace

bool asks_about_employer(std::string_view header) {
  const std::string text = as_words(header);
  if (any(text, kNamed) || names_place(text)) return true;
  if (any(text, kOffered)) return false;
  return any(text, kWork) || followed(text, kCompanies, kToWork) ||
         followed(text, kToJoin, kCompanies) || text.find("工作的地方") != std::string::npos;
}

}  // namespace topline
