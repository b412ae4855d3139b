// SPDX-License-Identifier: Apache-2.0
#include "native/declared_options.h"

#include <gtest/gtest.h>

namespace topline::native {
namespace {

TEST(DeclaredOptions, BecomeSettings) {
  DeclaredOptions options;
  options.drivers = {R"(How likely\, really\=?=Ease, #3,@Q4)"};
  options.scales = {"Trust=a,b,c", "Ease:umux_lite=u, v"};
  options.margins = {"role=manager:20%,rep:0.8", R"(a\:b=x\:y:30,z:70)"};
  options.strata = {"region"};
  options.drop = "straightliners, speeders";
  options.roster_size = 800;
  options.comments = R"(Why\: then, or not?)";
  options.themes = {"Speed=slow*, long wait,卡顿", R"(A\=B=a\,b)"};
  options.quotes = 4;
  options.invited = 400;
  options.paired = true;
  Settings settings;
  ASSERT_TRUE(options.apply(settings));
  EXPECT_EQ(settings.drivers, (std::vector<DriverChoice>{{"How likely, really=?", {"Ease", "#3", "@Q4"}}}));
  EXPECT_EQ(settings.scales, (std::vector<ScaleChoice>{{"Trust", {"a", "b", "c"}, "alpha"},
                                                       {"Ease", {"u", "v"}, "umux_lite"}}));
  ASSERT_EQ(settings.margins.size(), 2u);
  EXPECT_EQ(settings.margins[0].targets[0], (std::pair<std::string, double>("manager", 0.2)));
  EXPECT_EQ(settings.margins[1].column, "a:b");
  EXPECT_EQ(settings.margins[1].targets[0], (std::pair<std::string, double>("x:y", 30)));
  EXPECT_EQ(settings.strata, std::vector<std::string>{"region"});
  EXPECT_EQ(settings.drop, (std::vector<std::string>{"straightliners", "speeders"}));
  EXPECT_EQ(settings.roster_size, 800u);
  EXPECT_EQ(settings.invited, 400u);
  EXPECT_TRUE(settings.paired);
  EXPECT_EQ(settings.comments.column, "Why: then, or not?");
  EXPECT_EQ(settings.comments.themes,
            (std::vector<ThemeChoice>{{"Speed", {"slow*", "long wait", "卡顿"}}, {"A=B", {"a,b"}}}));
  EXPECT_EQ(settings.comments.quotes, 4u);
}

TEST(DeclaredOptions, WhatIsWrongIsNamed) {
  for (const char* text : {"Q1", "=a,b", "Q1="}) {
    DeclaredOptions options;
    options.drivers = {text};
    Settings settings;
    EXPECT_FALSE(options.apply(settings)) << text;
  }
  for (const char* text : {"Speed", "=slow", "Speed=", "Speed=slow"}) {
    DeclaredOptions options;
    options.themes = {text};
    Settings settings;
    EXPECT_FALSE(options.apply(settings)) << text << ": wrong, or of no column";
  }
  for (const char* text : {"role", "role=manager", "role=manager:many"}) {
    DeclaredOptions options;
    options.margins = {text};
    Settings settings;
    EXPECT_FALSE(options.apply(settings)) << text;
  }
}

}  // namespace
}  // namespace topline
