// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/xml_reader.h"

#include <gtest/gtest.h>

namespace topline {
namespace {

struct Trace : XmlHandler {
  void open(std::string_view name, const Attributes& attributes) override {
    out += "<";
    out += name;
    for (const auto& [key, value] : attributes) (((out += " ") += key) += "=") += value;
    out += ">";
  }
  void close(std::string_view name) override { ((out += "</") += name) += ">"; }
  void text(std::string_view text) override { ((out += "[") += text) += "]"; }
  std::string out;
};

std::string traced(std::string_view xml, size_t cut) {
  Trace trace;
  XmlReader reader(trace);
  const bool fed = reader.feed(xml.substr(0, cut)).has_value() &&
                   reader.feed(xml.substr(cut)).has_value() && reader.finish().has_value();
  return fed ? trace.out : "error";
}

TEST(XmlReader, ReadsTheSameHoweverItIsCut) {
  const std::string xml =
      "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- a > b --><x:a xmlns:x='u' k=\"1 &gt; 0 &amp; &#x4e2d;\" "
      "e=''><b/>t &lt;u&gt; &amp;x &odd; <![CDATA[<raw & ]] >]]></x:a  >\n";
  const std::string want = "<a x=u k=1 > 0 & 中 e=><b></b>[t <u> &x &odd; ][<raw & ]] >]</a>";
  for (size_t cut = 0; cut <= xml.size(); ++cut) EXPECT_EQ(traced(xml, cut), want) << "cut at " << cut;
}

TEST(XmlReader, WhatIsCutShortIsAnError) {
  for (const char* xml : {"<a>", "<a><b></a>x", "</a>", "<a", "<a>x"}) {
    EXPECT_EQ(traced(xml, 0), "error") << xml;
  }
}

}  // namespace
}  // namespace topline
