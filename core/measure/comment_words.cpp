// SPDX-License-Identifier: Apache-2.0
#include "core/measure/comment_words.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace topline {
namespace {

constexpr uint32_t kBad = 0xFFFD;

// The code point at `at`, which moves past it; a byte that is no UTF-8 is kBad.
uint32_t next_code_point(std::string_view text, size_t& at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  if (more == 0) return kBad;
  uint32_t point = lead & (0x3F >> more);
  for (int k = 0; k < more; ++k) {
    if (at >= text.size() || (byte(at) & 0xC0) != 0x80) return kBad;
    point = point << 6 | (byte(at++) & 0x3F);
  }
  return point;
}

bool is_letter(uint32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c == 0xD7 || c == 0xF7) return false;
  return (c >= 0xC0 && c <= 0x24F) || (c >= 0x370 && c <= 0x52F) || (c >= 0xFF10 && c <= 0xFF19) ||
         (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

uint32_t lowered(uint32_t c) {
  if (c >= 0xFF10) c -= 0xFEE0;  // full-width
  if (c >= 'A' && c <= 'Z') return c + 32;
  if ((c >= 0xC0 && c <= 0xDE) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  return c >= 0x400 && c <= 0x40F ? c + 80 : c;
}

// Code points of words lie below U+0800.
void append(uint32_t c, std::string& word) {
  if (c < 0x80) {
    word += static_cast<char>(c);
  } else {
    word += static_cast<char>(0xC0 | c >> 6);
    word += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// Sorted.
constexpr std::string_view kStopWords[] = {
    "a", "about", "above", "after", "again", "all", "also", "although", "always", "am", "an", "and",
    "any", "are", "aren't", "as", "at", "be", "because", "been", "before", "being", "below", "between",
    "both", "but", "by", "can", "can't", "cannot", "could", "couldn't", "did", "didn't", "do", "does",
    "doesn't", "doing", "don't", "down", "during", "each", "even", "ever", "few", "for", "from",
    "further", "get", "gets", "getting", "give", "go", "got", "had", "hadn't", "has", "hasn't", "have",
    "haven't", "having", "he", "her", "here", "hers", "herself", "him", "himself", "his", "how",
    "however", "i", "i'd", "i'll", "i'm", "i've", "if", "in", "into", "is", "isn't", "it", "it's", "its",
    "itself", "just", "let", "like", "lot", "make", "makes", "many", "may", "me", "might", "more",
    "most", "much", "must", "my", "myself", "need", "needs", "no", "nor", "not", "now", "of", "off",
    "often", "on", "once", "one", "only", "or", "other", "our", "ours", "ourselves", "out", "over",
    "own", "quite", "really", "same", "she", "should", "shouldn't", "since", "so", "some", "still",
    "such", "than", "that", "that's", "the", "their", "theirs", "them", "themselves", "then", "there",
    "there's", "these", "they", "they're", "they've", "this", "those", "though", "through", "to", "too",
    "under", "until", "up", "us", "use", "used", "using", "very", "was", "wasn't", "we", "we're",
    "we've", "well", "were", "weren't", "what", "when", "where", "which", "while", "who", "whom", "why",
    "will", "with", "without", "won't", "would", "wouldn't", "yet", "you", "you're", "you've", "your",
    "yours", "yourself", "yourselves"};

}  // namespace

std::vector<std::string> comment_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  bool apostrophe = false;  // met behind a letter: part of the word if another letter follows
  for (size_t at = 0; at < text.size();) {
    const uint32_t c = next_code_point(text, at);
    if (is_letter(c)) {
      if (apostrophe) word += '\'';
      apostrophe = false;
      append(lowered(c), word);
    } else if ((c == '\'' || c == 0x2019) && !word.empty() && !apostrophe) {
      apostrophe = true;
    } else {
      apostrophe = false;
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool has_unspaced_script(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const uint32_t c = next_code_point(text, at);
    if (c >= 0x2E80 && c != kBad && !is_letter(c) && !(c >= 0x3000 && c <= 0x303F)) {
      if (c < 0xFF00 || c >= 0xFFF0) return true;
    }
  }
  return false;
}

bool is_stop_word(std::string_view word) {
  return std::binary_search(std::begin(kStopWords), std::end(kStopWords), word);
}

}  // namespace topline
