// A file that is no plain UTF-8 table with its header on top, made one: a workbook's sheet, other
// letters, lines above the header, totals below. A plain file stays as it is.
//
// The copy is for this run only: nobody else may read it, and it goes with the value. Its rows keep
// their numbers, so that everything said of a row is said of the agency's file.
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "intake/feed.h"
#include "intake/file_faults.h"

namespace hearth {

struct PreparedFile {
  std::filesystem::path path;     // what to read
  std::int64_t rows_above = 0;    // of the agency's file, above the header
  bool readable = true;           // otherwise the faults say why it is not
  std::shared_ptr<void> passing;  // the copy, if there is one
};

Result<PreparedFile> prepare_file(const FeedForm& form, const std::filesystem::path& path,
                                  FileFaults& faults);

// The last column of our own files of rows set aside, and how a file begins that is UTF-8 though
// the feed's own are not.
inline constexpr std::string_view kSetAsideBecause = "set_aside_because";
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_workbook(const std::filesystem::path& path);  // by its name

}  // namespace hearth
