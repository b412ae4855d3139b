// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>

#include "core/encoding/encoding.h"
#include "core/encoding/tables.h"

namespace topline {
namespace {

constexpr uint32_t kByteOrderMark = 0xFEFF;

bool is_ascii8(const char* at) {
  uint64_t word;
  std::memcpy(&word, at, sizeof word);
  return (word & 0x8080808080808080u) == 0;
}

// How many bytes from `at` on are ASCII, eight at a time.
size_t ascii_run(std::string_view bytes, size_t at) {
  const size_t from = at;
  while (at + 8 <= bytes.size() && is_ascii8(bytes.data() + at)) at += 8;
  while (at < bytes.size() && static_cast<uint8_t>(bytes[at]) < 0x80) ++at;
  return at - from;
}

uint32_t gb18030_pair(uint8_t first, uint8_t second) {
  if (second < 0x40 || second == 0x7F || second == 0xFF) return 0;
  return encoding::kGb18030Pairs[(first - 0x81) * 190 + (second - (second < 0x7F ? 0x40 : 0x41))];
}

uint32_t gb18030_four(const uint8_t* b, uint8_t last) {
  const uint32_t pointer =
      ((b[0] - 0x81u) * 10 + (b[1] - 0x30u)) * 1260 + (b[2] - 0x81u) * 10 + (last - 0x30u);
  if (pointer >= 189000) return pointer <= 1237575 ? 0x10000 + pointer - 189000 : 0;
  if (pointer >= 39420) return 0;
  const auto* end = encoding::kGb18030Ranges + encoding::kGb18030RangeCount;
  const auto* above = std::upper_bound(
      encoding::kGb18030Ranges, end, pointer,
      [](uint32_t value, const encoding::Gb18030Range& range) { return value < range.pointer; });
  const encoding::Gb18030Range& range = above[-1];
  return range.point == 0 ? 0 : range.point + (pointer - range.pointer);
}

bool within(uint8_t byte, uint8_t low, uint8_t high) { return byte >= low && byte <= high; }

}  // namespace

void Decoder::put(uint32_t point, std::string& out) {
  if (at_start_) {
    at_start_ = false;
    if (point == kByteOrderMark) return;
  }
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | point >> 6);
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | point >> 12);
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | point >> 18);
    out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

void Decoder::put_error(std::string& out) {
  ++invalid_;
  put(0xFFFD, out);
}

void Decoder::decode(std::string_view bytes, std::string& out) {
  switch (encoding_) {
    case Encoding::utf8:
      out += bytes;
      return;
    case Encoding::utf16le:
    case Encoding::utf16be:
      return decode_utf16(bytes, out);
    case Encoding::windows_1252:
      return decode_single(bytes, encoding::kWindows1252, out);
    case Encoding::latin_1:
      return decode_single(bytes, nullptr, out);
    case Encoding::mac_roman:
      return decode_single(bytes, encoding::kMacRoman, out);
    case Encoding::gb18030:
      return decode_gb18030(bytes, out);
  }
}

void Decoder::decode_single(std::string_view bytes, const uint16_t* table, std::string& out) {
  for (size_t at = 0; at < bytes.size();) {
    const size_t run = ascii_run(bytes, at);
    out.append(bytes, at, run);
    at += run;
    if (at == bytes.size()) return;
    const auto byte = static_cast<uint8_t>(bytes[at++]);
    put(table != nullptr ? table[byte - 0x80] : byte, out);
  }
}

void Decoder::decode_utf16(std::string_view bytes, std::string& out) {
  for (char c : bytes) {
    waiting_[waits_++] = static_cast<uint8_t>(c);
    if (waits_ < 2) continue;
    waits_ = 0;
    const bool little = encoding_ == Encoding::utf16le;
    const uint32_t unit = little ? waiting_[0] | waiting_[1] << 8 : waiting_[0] << 8 | waiting_[1];
    const bool trail = unit >= 0xDC00 && unit <= 0xDFFF;
    if (lead_ != 0) {
      const uint32_t lead = lead_;
      lead_ = 0;
      if (trail) {
        put(0x10000 + ((lead - 0xD800) << 10) + (unit - 0xDC00), out);
        continue;
      }
      put_error(out);
    }
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      lead_ = unit;
    } else if (trail) {
      put_error(out);
    } else {
      put(unit, out);
    }
  }
}

void Decoder::decode_gb18030(std::string_view bytes, std::string& out) {
  for (size_t at = 0; at < bytes.size();) {
    if (waits_ == 0) {
      const size_t run = ascii_run(bytes, at);
      if (run > 0) at_start_ = false;
      out.append(bytes, at, run);
      at += run;
      // The usual case: both bytes of a pair are at hand.
      while (at + 1 < bytes.size() && within(static_cast<uint8_t>(bytes[at]), 0x81, 0xFE)) {
        const uint32_t point = gb18030_pair(static_cast<uint8_t>(bytes[at]),
                                            static_cast<uint8_t>(bytes[at + 1]));
        if (point == 0) break;
        put(point, out);
        at += 2;
      }
      if (at == bytes.size()) return;
    }
    // What is no part of the sequence after all is read again, as the first of its own.
    const auto byte = static_cast<uint8_t>(bytes[at]);
    if (take_gb18030(byte, out)) ++at;
  }
}

// One step of the WHATWG decoder; false where the byte was not used up.
bool Decoder::take_gb18030(uint8_t byte, std::string& out) {
  switch (waits_) {
    case 0:
      if (byte < 0x80) {
        put(byte, out);
      } else if (byte == 0x80) {
        put(0x20AC, out);
      } else if (byte == 0xFF) {
        put_error(out);
      } else {
        waiting_[waits_++] = byte;
      }
      return true;
    case 1: {
      if (within(byte, 0x30, 0x39)) {
        waiting_[waits_++] = byte;
        return true;
      }
      waits_ = 0;
      const uint32_t point = gb18030_pair(waiting_[0], byte);
      if (point != 0) {
        put(point, out);
        return true;
      }
      put_error(out);
      return byte >= 0x80;
    }
    case 2:
      if (within(byte, 0x81, 0xFE)) {
        waiting_[waits_++] = byte;
        return true;
      }
      waits_ = 0;
      put_error(out);
      put(waiting_[1], out);  // a digit
      return false;
    default: {
      waits_ = 0;
      if (within(byte, 0x30, 0x39)) {
        const uint32_t point = gb18030_four(waiting_, byte);
        point != 0 ? put(point, out) : put_error(out);
        return true;
      }
      const uint8_t third = waiting_[2];
      put_error(out);
      put(waiting_[1], out);
      waiting_[0] = third;
      waits_ = 1;
      return false;
    }
  }
}

void Decoder::finish(std::string& out) {
  if (waits_ != 0 || lead_ != 0) put_error(out);
  waits_ = 0;
  lead_ = 0;
}

}  // namespace topline
