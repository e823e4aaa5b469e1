#include "store/view.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/checksum.h"
#include "store/standing.h"
#include "store/still_aside.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

constexpr int kFormat = 4;  // another one whenever the same loads would make other facts
constexpr std::size_t kShort = 16;
constexpr std::string_view kMadeOf = "made_of";

std::string short_sum(const std::string& text) { return checksum_of_text(text).substr(0, kShort); }

// Changes whenever anybody writes to the file, or sets its times.
std::string stamp_of(const fs::path& path) {
  struct stat is{};
  if (::stat(path.c_str(), &is) != 0) return "gone";
  return fmt::format("{}:{}:{}.{:09}", is.st_ino, is.st_size, is.st_ctim.tv_sec,
                     is.st_ctim.tv_nsec);
}

class Opening {
 public:
  Opening(const Lake& lake, const std::vector<LoadEntry>& loads, const ViewRequest& request)
      : lake_(lake),
        loads_(loads),
        request_(request),
        needed_(needed_segments(loads, request.known)),
        stem_(view_stem(loads)),
        name_(stem_ + "-" + what_is_known()) {
    request_.format = FileFormat::Parquet;
  }

  Result<ViewFolder> open() {
    if (auto kept = ViewFolder::kept(lake_, name_)) {
      const auto lines = lines_of(kept->path() / kMadeOf);
      HEARTH_TRY(check_segments(lines));
      if (is_whole(*kept, lines)) return std::move(*kept);
    }
    return make();
  }

 private:
  std::string what_is_known() const {
    std::string numbers = request_.who.seal + " " + request_.families.seal + " ";
    for (const auto& person : request_.people) numbers += person + " ";
    for (const auto& load : loads_) {
      if (request_.known.has(load)) numbers += fmt::format("{} ", load.number);
    }
    return short_sum(numbers);
  }

  static std::vector<std::string> lines_of(const fs::path& path) {
    std::vector<std::string> lines;
    std::ifstream file(path, std::ios::binary);
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
  }

  std::string segment_line(const SegmentEntry& segment) const {
    return fmt::format("segment {} {}", segment.name, stamp_of(lake_.segment_path(segment.name)));
  }

  // Whoever looks as when the view was made needs no second look at its bytes.
  Result<void> check_segments(const std::vector<std::string>& lines) const {
    std::size_t at = 0;
    for (const auto& segment : needed_) {
      const bool untouched = at < lines.size() && lines[at++] == segment_line(segment);
      if (untouched) continue;
      const auto fault = lake_.fault_of(kept(segment));
      if (!fault.empty()) return std::unexpected(spoilt(fault));
    }
    return {};
  }

  // The files of a view as `facts NAME SHA-256`, after a line for each segment.
  bool is_whole(const ViewFolder& view, const std::vector<std::string>& lines) const {
    if (lines.size() < needed_.size()) return false;
    const auto facts = fact_lines(view);
    return !facts.empty() && std::ranges::equal(facts, std::span(lines).subspan(needed_.size()));
  }

  // Empty where a file cannot be read.
  static std::vector<std::string> fact_lines(const ViewFolder& view) {
    std::vector<std::string> lines;
    std::error_code code;
    fs::directory_iterator entry(view.facts(), code);
    for (; !code && entry != fs::directory_iterator(); entry.increment(code)) {
      const auto sum = checksum_of(entry->path());
      if (!sum) return {};
      lines.push_back(fmt::format("facts {} {}", entry->path().filename().string(), sum->sha256));
    }
    if (code) return {};
    std::ranges::sort(lines);
    return lines;
  }

  Result<ViewFolder> make() const {
    sweep_views(lake_, stem_);
    auto view = ViewFolder::make(lake_);
    if (!view) return view;
    std::ofstream made_of(view->path() / kMadeOf, std::ios::binary);
    // Before they are read: what is changed from here on looks changed to the next question.
    for (const auto& segment : needed_) made_of << segment_line(segment) << '\n';
    HEARTH_TRY(write_view(lake_, loads_, request_, view->facts()));
    for (const auto& line : fact_lines(*view)) made_of << line << '\n';
    made_of.close();
    if (made_of) view->keep(lake_, name_);
    return view;
  }

  const Lake& lake_;
  const std::vector<LoadEntry>& loads_;
  ViewRequest request_;
  std::vector<SegmentEntry> needed_;
  std::string stem_, name_;
};

}  // namespace

std::string view_stem(const std::vector<LoadEntry>& loads) {
  auto text = fmt::format("view {}\n", kFormat);
  for (const auto& load : loads) text += to_text(load);
  return short_sum(text);
}

Result<View> View::open(Store& store, const ViewRequest& request) {
  auto loads = store.casebook.loads();
  if (!loads) return std::unexpected(loads.error());
  auto folder = Opening(store.lake, *loads, request).open();
  if (!folder) return std::unexpected(folder.error());
  std::erase_if(*loads, [&](const LoadEntry& load) { return !request.known.has(load); });
  return View(std::move(*folder), rows_still_aside(*loads));
}

}  // namespace hearth
