#include "table/csv_records.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "table/utf8.h"

namespace hearth {
namespace {

constexpr std::size_t kBlock = 1 << 20;
constexpr auto kNone = std::string_view::npos;

std::size_t find(std::string_view text, char c, std::size_t from = 0) {
  const void* found =
      from < text.size() ? std::memchr(text.data() + from, c, text.size() - from) : nullptr;
  return found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) : kNone;
}

std::size_t line_end_at(std::string_view text, std::size_t at) {  // its length; 0 for none
  if (at < text.size() && text[at] == '\n') return 1;
  return text.substr(at).starts_with("\r\n") ? 2 : 0;
}

// Of the quoted cell that opens at `open`; the text's size if it does not close.
std::size_t closing_quote(std::string_view text, std::size_t open) {
  for (auto at = find(text, '"', open + 1);; at = find(text, '"', at + 2)) {
    if (at == kNone) return text.size();
    if (at + 1 >= text.size() || text[at + 1] != '"') return at;
  }
}

// A carriage return may stand in a quoted cell only.
std::optional<RejectReason> fault_of_text(std::string_view text, bool quoted) {
  if (is_plain(text)) return std::nullopt;
  if (find(text, '\0') != kNone) return RejectReason::ControlCharacter;
  if (!quoted && find(text, '\r') != kNone) return RejectReason::ControlCharacter;
  return is_utf8(text) ? std::nullopt : std::optional(RejectReason::NotUtf8);
}

}  // namespace

CsvRecords::CsvRecords(OpenFile file, CsvForm form)
    : file_(std::move(file)),
      form_(form),
      buffer_(std::min<std::uintmax_t>(kBlock, file_.size() + 1) + form.longest_line + 2 +
              kCsvPadding) {}

Result<void> CsvRecords::refill() {
  std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
  end_ -= std::exchange(begin_, 0);
  const auto room = std::span(buffer_).first(buffer_.size() - kCsvPadding).subspan(end_);
  const auto count = file_.read(room);
  if (!count) return std::unexpected(count.error());
  whole_ = *count < room.size();
  end_ += *count;
  return {};
}

bool CsvRecords::skip_byte_order_mark() {
  const std::string_view text(buffer_.data(), end_);
  if (text.starts_with("\xEF\xBB\xBF")) begin_ = 3;
  return !text.starts_with("\xFF\xFE") && !text.starts_with("\xFE\xFF");
}

std::optional<CsvRecord> CsvRecords::next() {
  if (skipping_) skip_long_line();
  if (begin_ == end_) return std::nullopt;
  const std::string_view ahead(buffer_.data() + begin_,
                               std::min(end_ - begin_, form_.longest_line));
  if (const auto line = split_csv_line(ahead, form_.delimiter, cells_)) return take(*line);
  if (const auto cut = cut_line()) return take(*cut);
  if (end_ - begin_ <= form_.longest_line) return std::nullopt;
  skipping_ = true;
  return CsvRecord{{}, ++row_, false, RejectReason::LineTooLong};
}

void CsvRecords::skip_long_line() {
  const auto length = find({buffer_.data() + begin_, end_ - begin_}, '\n');
  begin_ = length == kNone ? end_ : begin_ + length + 1;
  skipping_ = length == kNone;
}

CsvRecord CsvRecords::take(const Cut& cut) {
  auto bytes = std::span(buffer_).subspan(begin_, cut.length);
  begin_ += cut.length;
  CsvRecord record{bytes, ++row_, cut.quoted, cut.reason};
  if (cut.reason) return record;
  if (!bytes.empty() && bytes.back() == '\n') bytes = bytes.first(bytes.size() - 1);
  if (!bytes.empty() && bytes.back() == '\r') bytes = bytes.first(bytes.size() - 1);
  record.bytes = bytes;
  record.reason = fault_of_text({bytes.data(), bytes.size()}, cut.quoted);
  return record;
}

CsvRecord CsvRecords::take(const CsvLine& line) {
  const auto bytes = std::span(buffer_).subspan(begin_, line.text);
  begin_ += line.end;
  CsvRecord record{bytes, ++row_, true, std::nullopt, cells_};
  if (!line.plain) record.reason = fault_of_text({bytes.data(), bytes.size()}, true);
  return record;
}

// nullopt: its end is not in the buffer.
std::optional<CsvRecords::Cut> CsvRecords::cut_line() const {
  const std::string_view text(buffer_.data() + begin_, end_ - begin_);
  const auto newline = find(text, '\n');
  if (newline == kNone && !whole_) return std::nullopt;
  const auto length = newline == kNone ? text.size() : newline + 1;
  if (length > form_.longest_line) return Cut{length, false, RejectReason::LineTooLong};
  if (find(text.substr(0, length), '"') == kNone) return Cut{length, false, std::nullopt};
  return cut_quoted(length);
}

std::optional<CsvRecords::Cut> CsvRecords::cut_quoted(std::size_t line_length) const {
  const auto limit = form_.longest_line + 2;
  const std::string_view text(buffer_.data() + begin_, std::min(end_ - begin_, limit));
  const bool more_may_come = !whole_ && text.size() < limit;
  const auto give_up = [&](RejectReason reason) { return Cut{line_length, true, reason}; };
  for (std::size_t at = 0;; ++at) {
    if (at < text.size() && text[at] == '"') {
      const auto quote = closing_quote(text, at);
      if (quote + 2 >= text.size() && more_may_come) return std::nullopt;
      if (quote == text.size()) return give_up(RejectReason::UnterminatedQuote);
      at = quote + 1;
      const bool cell_ends =
          at == text.size() || text[at] == form_.delimiter || line_end_at(text, at) > 0;
      if (!cell_ends) return give_up(RejectReason::TextAfterQuote);
    } else {
      while (at < text.size() && text[at] != form_.delimiter && text[at] != '\n') ++at;
    }
    if (at >= text.size() && more_may_come) return std::nullopt;
    if (at > form_.longest_line) return give_up(RejectReason::LineTooLong);
    if (at >= text.size()) return Cut{text.size(), true, std::nullopt};
    if (const auto end = line_end_at(text, at)) return Cut{at + end, true, std::nullopt};
  }
}

}  // namespace hearth
