#include "table/csv_line.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "table/csv_records.h"
#include "temporary_folder.h"

namespace hearth {
namespace {

using Cells = std::vector<std::string>;

std::string padded(std::string text) {
  text.reserve(text.size() + kCsvPadding);
  return text;
}

// `cells | cells after the line`; `none` where it does not answer.
std::string split(std::string bytes, char delimiter = ',') {
  bytes = padded(std::move(bytes));
  std::vector<std::string_view> cells;
  const auto line = split_csv_line(bytes, delimiter, cells);
  if (!line) return "none";
  std::string text;
  for (const auto cell : cells) text += (text.empty() ? "" : "|") + ("[" + std::string(cell) + "]");
  return text + (line->plain ? "" : " odd") + " " + bytes.substr(line->end);
}

TEST(CsvLine, IsCutAndSplit) {
  EXPECT_EQ(split("a,bc,\nd\n"), "[a]|[bc]|[] d\n");
  EXPECT_EQ(split("a;b,c\r\nd\n", ';'), "[a]|[b,c] d\n");
  EXPECT_EQ(split("\n,"), "[] ,");
  EXPECT_EQ(split("\"a,\nb\",\"\",c\nd"), "[a,\nb]|[]|[c] d");
  EXPECT_EQ(split("5\" pipe,O\"B\nd"), "[5\" pipe]|[O\"B] d");
  EXPECT_EQ(split("caf\xC3\xA9\nd"), "[caf\xC3\xA9] odd d");
  EXPECT_EQ(split("a\nd\xC3\xA9\n"), "[a] d\xC3\xA9\n");
}

TEST(CsvLine, OfAnyLength) {
  for (std::size_t length = 0; length < 100; ++length) {
    const std::string a(length, 'a'), b(100 - length, 'b');
    EXPECT_EQ(split(a + ",\"" + b + "\"\nd"), "[" + a + "]|[" + b + "] d");
  }
}

TEST(CsvLineFaults, DoesNotAnswerWhereThereIsADoubt) {
  EXPECT_EQ(split(""), "none");
  EXPECT_EQ(split("a,b"), "none") << "more may come";
  EXPECT_EQ(split("a\n"), "none") << "likewise";
  EXPECT_EQ(split("\"a\nb\n\n"), "none") << "the quote does not end";
  EXPECT_EQ(split("\"a\"\"b\"\n\n"), "none") << "a quote inside";
  EXPECT_EQ(split("\"a\"b\n\n"), "none") << "text after the quote";
  EXPECT_EQ(split("a\rb\n\n"), "none") << "a carriage return that ends no line";
}

// What CsvRecords makes of a file, against a reader that goes byte by byte and is not quick.
struct Told {
  std::int64_t row;
  std::optional<RejectReason> reason;
  Cells cells;
  bool operator==(const Told&) const = default;
};

class SlowReader {
 public:
  explicit SlowReader(std::string_view bytes) : bytes_(bytes) {}

  std::vector<Told> read() {
    std::vector<Told> all;
    for (std::int64_t row = 1; at_ < bytes_.size(); ++row) {
      const auto begin = at_;
      Told told{row, record(), std::move(cells_)};
      cells_ = {};
      if (told.reason) at_ = std::min(bytes_.size(), bytes_.find('\n', begin) + 1);
      if (told.reason && at_ == 0) at_ = bytes_.size();
      if (told.reason) told.cells = {};
      all.push_back(std::move(told));
    }
    return all;
  }

 private:
  std::optional<RejectReason> record() {
    bool stray = false, quotes = false;
    for (;;) {
      std::string cell;
      if (at_ < bytes_.size() && bytes_[at_] == '"') {
        for (++at_;; ++at_) {
          if (at_ >= bytes_.size()) return RejectReason::UnterminatedQuote;
          if (bytes_[at_] == '"' && (++at_ >= bytes_.size() || bytes_[at_] != '"')) break;
          cell += bytes_[at_];
        }
        quotes = true;
        const auto rest = bytes_.substr(at_);
        const bool ends = rest.empty() || rest[0] == ',' || rest[0] == '\n';
        if (!ends && !rest.starts_with("\r\n")) return RejectReason::TextAfterQuote;
      }
      const auto quoted = cell.size();
      while (at_ < bytes_.size() && bytes_[at_] != ',' && bytes_[at_] != '\n') {
        cell += bytes_[at_++];
      }
      const bool last = at_ >= bytes_.size() || bytes_[at_++] == '\n';
      if (last && cell.size() > quoted && cell.back() == '\r') cell.pop_back();
      quotes |= cell.find('"') != std::string::npos;
      stray |= cell.find('\r') != std::string::npos;
      cells_.push_back(std::move(cell));
      if (last)
        return stray && !quotes ? std::optional(RejectReason::ControlCharacter) : std::nullopt;
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  Cells cells_;
};

std::vector<Told> read_records(const std::string& bytes) {
  const TemporaryFolder folder;
  CsvRecords records(std::move(*OpenFile::open(folder.write("t.csv", bytes))), {});
  EXPECT_TRUE(records.refill());
  std::vector<Told> all;
  while (!records.at_end()) {
    const auto record = records.next();
    if (!record) {
      EXPECT_TRUE(records.refill());
      continue;
    }
    all.push_back({record->row, record->reason, {}});
    if (record->reason) continue;
    for (const auto cell : record->cells) all.back().cells.emplace_back(cell);
  }
  return all;
}

RC_GTEST_PROP(CsvLine, AgreesWithASlowReaderOfAnyBytes, ()) {
  const auto bytes =
      *rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcdefgh,,,\"\"\n\n\n\r")));
  const auto told = read_records(bytes);
  auto slow = SlowReader(bytes).read();
  RC_ASSERT(told.size() == slow.size());
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (told[i].cells.empty()) slow[i].cells.clear();  // left to be split later
    RC_ASSERT(told[i] == slow[i]);
  }
}

}  // namespace
}  // namespace hearth
