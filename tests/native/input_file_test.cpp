// SPDX-License-Identifier: Apache-2.0
#include "native/input_file.h"
#include "native/inputs.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "core/topline.h"

namespace topline::native {
namespace {

class InputFileTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string folder = testing::TempDir() + "topline-XXXXXX";
    ASSERT_NE(mkdtemp(folder.data()), nullptr);
    folder_ = folder;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }

  std::string folder_;
};

std::string long_text() {
  std::string text;
  for (size_t i = 0; text.size() < 3 * Analysis::kHead; ++i) text += std::to_string(i) + "\n";
  return text;
}

std::string read_from(InputFile& input, uint64_t offset) {
  std::string text;
  std::string chunk(100'000, '\0');
  while (true) {
    const auto got = input.read(offset + text.size(), chunk);
    if (!got || *got == 0) return text;
    text.append(chunk, 0, *got);
  }
}

TEST_F(InputFileTest, ReadsAFileAtAnyOffset) {
  const std::string text = long_text();
  auto input = InputFile::open(write("a.csv", text), "a.csv");
  ASSERT_TRUE(input);
  EXPECT_TRUE(input->seekable());
  EXPECT_EQ(input->size(), text.size());
  EXPECT_EQ(input->head(), text.substr(0, Analysis::kHead));
  EXPECT_FALSE(input->head_is_all());
  EXPECT_EQ(read_from(*input, 12345), text.substr(12345));
  EXPECT_EQ(*input->read_all(), text);
}

TEST_F(InputFileTest, KnowsWhereTheHeadIsAll) {
  EXPECT_TRUE(InputFile::open(write("a.csv", "a,b\n"), "a.csv")->head_is_all());
  EXPECT_TRUE(InputFile::open(write("b.csv", ""), "b.csv")->head_is_all());
  const std::string exact(Analysis::kHead, 'x');
  EXPECT_TRUE(InputFile::open(write("c.csv", exact), "c.csv")->head_is_all());
}

TEST_F(InputFileTest, ReadsAPipeTwice) {
  const std::string text = long_text();
  ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(path("pipe"), std::ios::binary) << text; });
  auto input = InputFile::open(path("pipe"), "pipe");
  ASSERT_TRUE(input);
  EXPECT_FALSE(input->seekable());
  EXPECT_FALSE(input->size());
  EXPECT_EQ(read_from(*input, 0), text);
  writer.join();
  EXPECT_EQ(input->size(), text.size());
  EXPECT_EQ(read_from(*input, 0), text);
  EXPECT_EQ(read_from(*input, 777), text.substr(777));
}

TEST_F(InputFileTest, NamesInputsByFileOrByPathWhereFilesAreCalledAlike) {
  std::filesystem::create_directory(path("x"));
  write("a.csv", "1");
  write("b.csv", "2");
  write("x/a.csv", "3");
  const auto inputs = open_inputs({path("a.csv"), path("b.csv"), path("x/a.csv")});
  ASSERT_TRUE(inputs);
  EXPECT_EQ((*inputs)[0].name(), path("a.csv"));
  EXPECT_EQ((*inputs)[1].name(), "b.csv");
  EXPECT_EQ((*inputs)[2].name(), path("x/a.csv"));
}

TEST_F(InputFileTest, SaysWhatCannotBeRead) {
  const auto missing = InputFile::open(path("nowhere"), "nowhere");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, Code::cannot_read);
  EXPECT_EQ(missing.error().where.input, "nowhere");
  EXPECT_FALSE(InputFile::open(folder_, "folder"));
}

}  // namespace
}  // namespace topline::native
